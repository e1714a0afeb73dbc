package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.MdevDesign;
import org.iommuscope.model.plan.Environment.BackingViability;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;

/**
 * An mdev takes the whole group of the device behind it, so that nobody else there may do DMA for
 * the host. No kernel asks that when only the mdev is attached: {@code iommu_attach_group}, Linux
 * 5.10, does not look at drivers.
 */
final class BackingGroupIsViable implements Rule {

  static final RuleId ID = new RuleId("backing-group-is-viable");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.JoinBackend join)
        || !(join.backing() instanceof Backing.DeviceGroup backing)) {
      return Finding.ALLOWED;
    }
    List<LiveDevice> members = situation.members(backing.group());
    List<LiveDevice> culprits =
        Viability.culprits(situation, members).stream()
            .filter(culprit -> !culprit.ref().equals(backing.device()))
            .toList();
    if (culprits.isEmpty()) {
      List<LiveDevice> unread = members.stream().filter(Viability::isUnknown).toList();
      return unread.isEmpty() ? Finding.ALLOWED : DriverQuestions.ask(ID, unread);
    }
    Cause why = Viability.explain(situation, backing.group(), members, culprits);
    Objection objection =
        Objection.of(ID, BackingCauses.of(backing), why)
            .blaming(culprits.stream().map(LiveDevice::ref).toList())
            .fixedBy(
                situation.wanted().isPresent() ? Remedies.clear(situation, culprits) : List.of());
    Objection fixed = Remedies.withdraw(objection, situation);
    return isStrict(situation) ? new Finding.Forbidden(fixed) : new Finding.Unsafe(fixed);
  }

  private static boolean isStrict(Situation situation) {
    return situation.state().era().mdevs() == MdevDesign.GROUP_ATTACHED
        && situation.circumstances().backingViability() == BackingViability.STRICT;
  }
}
