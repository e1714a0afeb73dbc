package org.iommuscope.model.whatif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iommuscope.model.grouping.AcsOverride;
import org.iommuscope.model.grouping.GroupPrediction;
import org.iommuscope.model.grouping.GroupReasons;
import org.iommuscope.model.plan.Dials;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;

/**
 * A host as it would come up again after imagined steps that need a start: its groups are formed
 * anew where the steps change what the kernel's walk finds, and stay as captured elsewhere.
 *
 * @param host the captured host itself where nothing needs a start
 * @param regrouped the functions whose group has other members than before
 * @param moved the functions of cards that are in another slot
 * @param unsure the functions of which the capture does not tell what group they would have
 * @param untold the functions whose isolation the capture does not tell, and on which those depend
 * @param objections the steps that could not be, each with the reason
 */
public record RestartedHost(
    HostTopology host,
    SortedSet<PciAddress> regrouped,
    SortedSet<PciAddress> moved,
    SortedSet<PciAddress> unsure,
    SortedSet<PciAddress> untold,
    Map<PlanStep.MoveCard, String> objections) {

  /** A host that nothing makes start again. */
  static RestartedHost as(HostTopology host) {
    return new RestartedHost(host, none(), none(), none(), none(), Map.of());
  }

  /** The host after the steps that need a start; others do nothing here. */
  public static RestartedHost of(HostTopology host, List<PlanStep> imagined) {
    List<PlanStep> atBoot = imagined.stream().filter(Dials::isAtBoot).toList();
    if (atBoot.isEmpty()) {
      return as(host);
    }
    MovedCards cards = MovedCards.of(host, atBoot);
    HostTopology changed = ImaginedKernel.of(cards.host(), atBoot);
    Optional<AcsOverride> override =
        Dials.parameter(atBoot, Dials.ACS_OVERRIDE).map(AcsOverride::parse);
    GroupPrediction before = GroupPrediction.of(host);
    GroupPrediction same = changed == host ? before : GroupPrediction.of(changed);
    GroupPrediction after = override.map(same::under).orElse(same);
    Regrouping regrouping = Regrouping.of(host, before, after, override.isPresent());
    return new RestartedHost(
        regrouping.applyTo(changed),
        regrouping.settled(),
        cards.functions(),
        regrouping.unsure(),
        untold(after, regrouping.unsure()),
        cards.objections());
  }

  private static SortedSet<PciAddress> untold(GroupPrediction after, SortedSet<PciAddress> unsure) {
    GroupReasons reasons = new GroupReasons(after);
    SortedSet<PciAddress> untold = none();
    unsure.forEach(function -> untold.addAll(reasons.untold(reasons.ofGroup(function))));
    return untold;
  }

  static SortedSet<PciAddress> none() {
    return new TreeSet<>();
  }
}
