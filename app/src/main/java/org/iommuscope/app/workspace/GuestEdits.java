package org.iommuscope.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;

/** The edits of a plan that concern a guest as a whole. */
final class GuestEdits {

  private GuestEdits() {}

  static AssignmentPlan assign(AssignmentPlan plan, GuestName guest, DeviceRef device) {
    if (plan.guest(guest).filter(known -> has(known, device)).isPresent()) {
      return plan;
    }
    return new PlanChange.Assign(guest, device).applyTo(release(plan, device));
  }

  static AssignmentPlan release(AssignmentPlan plan, DeviceRef device) {
    AssignmentPlan free = plan;
    for (Guest other : plan.guests()) {
      if (has(other, device)) {
        free = new PlanChange.Withdraw(other.name(), device).applyTo(free);
      }
    }
    return free;
  }

  static AssignmentPlan add(AssignmentPlan plan, GuestName guest, List<DeviceRef> devices) {
    if (plan.guest(guest).isPresent()) {
      return plan;
    }
    AssignmentPlan changed =
        plan.withGuest(guest, none -> none)
            .withSequence(plan.sequence().map(steps -> with(steps, new PlanStep.Start(guest))));
    for (DeviceRef device : devices) {
      changed = assign(changed, guest, device);
    }
    return changed;
  }

  static AssignmentPlan remove(AssignmentPlan plan, GuestName guest) {
    List<Guest> rest = plan.guests().stream().filter(known -> !known.name().equals(guest)).toList();
    Optional<List<PlanStep>> steps =
        plan.sequence().map(all -> all.stream().filter(step -> !speaksOf(step, guest)).toList());
    return plan.withGuests(rest).withSequence(steps);
  }

  /** Whether a guest of the plan has the device. */
  static boolean has(Guest guest, DeviceRef device) {
    return guest.devices().stream().anyMatch(given -> given.device().equals(device));
  }

  private static List<PlanStep> with(List<PlanStep> steps, PlanStep last) {
    List<PlanStep> longer = new ArrayList<>(steps);
    longer.add(last);
    return longer;
  }

  private static boolean speaksOf(PlanStep step, GuestName guest) {
    return switch (step.plain()) {
      case PlanStep.Start(GuestName name) -> name.equals(guest);
      case PlanStep.Stop(GuestName name) -> name.equals(guest);
      case PlanStep.Attach(GuestName name, DeviceRef device) -> name.equals(guest);
      case PlanStep.Detach(GuestName name, DeviceRef device) -> name.equals(guest);
      case PlanStep.Bind other -> false;
      case PlanStep.Unbind other -> false;
      case PlanStep.CreateMdev other -> false;
      case PlanStep.RemoveMdev other -> false;
      case PlanStep.SetVfs other -> false;
      case PlanStep.SetParameter other -> false;
      case PlanStep.HotAdd other -> false;
      case PlanStep.MoveCard other -> false;
      case PlanStep.Hypothetical other -> false;
    };
  }
}
