package org.iommuscope.model.diff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * What the change of a host does to a plan that was made before it.
 *
 * @param strays the changed devices whose names the plan uses: what it names is gone, or another
 * @param obstacle the first step that is not answered well any more
 */
public record PlanImpact(
    Outcome before, Outcome after, List<DeviceChange> strays, Optional<StepVerdict> obstacle) {

  public PlanImpact {
    strays = List.copyOf(strays);
  }

  /** Compares the verdicts of one plan on both hosts. */
  public static PlanImpact of(
      AssignmentPlan plan, TopologyDiff diff, PlanVerdict before, PlanVerdict after) {
    Set<DeviceRef> named = devicesOf(plan);
    List<DeviceChange> strays =
        diff.devices().stream()
            .filter(change ->
                change.before().filter(named::contains).isPresent()
                    || change.after().filter(named::contains).isPresent())
            .toList();
    return new PlanImpact(before.outcome(), after.outcome(), strays, obstacle(before, after));
  }

  /** Whether the plan attached and no longer does, or names what is another device now. */
  public boolean breaks() {
    return obstacle.isPresent() || !strays.isEmpty();
  }

  private static Set<DeviceRef> devicesOf(AssignmentPlan plan) {
    Set<DeviceRef> named = new TreeSet<>(plan.bindings().keySet());
    plan.guests().forEach(guest -> guest.devices().forEach(device -> named.add(device.device())));
    return named;
  }

  private static Optional<StepVerdict> obstacle(PlanVerdict before, PlanVerdict after) {
    return rank(after.outcome()) <= rank(before.outcome())
        ? Optional.empty()
        : after.steps().stream()
            .filter(step -> after.outcome() == Outcome.REFUSED ? step.counts() : isOpen(step))
            .findFirst();
  }

  private static boolean isOpen(StepVerdict step) {
    return step.outcome() == Outcome.UNDECIDED;
  }

  private static int rank(Outcome outcome) {
    return switch (outcome) {
      case ATTACHES, REUSES, DONE -> 0;
      case UNDECIDED -> 1;
      case REFUSED, UNSAFE, CRASHES, BLOCKS -> 2;
    };
  }
}
