package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * That a guest has an IOMMU group's isolation by a device, for some steps of a plan.
 *
 * @param since index of the step that attached the device
 * @param until index of the step that gave it back; none where the guest has it to the end
 */
public record Hold(GuestName guest, DeviceRef device, int since, Optional<Integer> until) {

  /** Everybody who has a group during a plan, in the order in which they got it. */
  static List<Hold> of(PlanVerdict verdict, GroupId group) {
    List<Hold> holds = new ArrayList<>();
    for (StepVerdict step : verdict.steps()) {
      if (step.action() == Action.ATTACH && isGranted(step)) {
        step.backingGroup().filter(group::equals).ifPresent(behind -> holds.add(begun(step)));
      } else if (step.action() == Action.DETACH || step.action() == Action.STOP) {
        holds.replaceAll(hold -> hold.isEndedBy(step) ? hold.endedAt(step.index()) : hold);
      }
    }
    return holds;
  }

  /** Whether the guest still has it after the last step. */
  public boolean lasts() {
    return until.isEmpty();
  }

  private static boolean isGranted(StepVerdict step) {
    return step.outcome() == Outcome.ATTACHES
        || step.outcome() == Outcome.REUSES
        || step.outcome() == Outcome.UNSAFE;
  }

  private static Hold begun(StepVerdict step) {
    return new Hold(
        step.guest().orElseThrow(), step.device().orElseThrow(), step.index(), Optional.empty());
  }

  private boolean isEndedBy(StepVerdict step) {
    return lasts()
        && step.guest().equals(Optional.of(guest))
        && (step.action() == Action.STOP || step.device().equals(Optional.of(device)));
  }

  private Hold endedAt(int step) {
    return new Hold(guest, device, since, Optional.of(step));
  }
}
