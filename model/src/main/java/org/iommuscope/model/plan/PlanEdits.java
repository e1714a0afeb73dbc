package org.iommuscope.model.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;

/** The edits of a plan that touch more than one of its parts. */
final class PlanEdits {

  private PlanEdits() {}

  /** A device goes to one guest: whoever had it before, and however often, has it no more. */
  static AssignmentPlan assign(AssignmentPlan plan, GuestName guest, DeviceRef device) {
    AssignmentPlan moved = plan;
    for (Guest other : plan.guests()) {
      moved = withdraw(moved, other.name(), device);
    }
    return moved.withGuest(
        guest,
        known -> {
          List<GuestDevice> devices = new ArrayList<>(known.devices());
          devices.add(GuestDevice.of(device));
          return known.withDevices(devices);
        });
  }

  /** Steps that speak of the device go with it, for without it they would be errors. */
  static AssignmentPlan withdraw(AssignmentPlan plan, GuestName guest, DeviceRef device) {
    AssignmentPlan without =
        plan.withGuest(
            guest,
            known ->
                known.withDevices(
                    known.devices().stream()
                        .filter(given -> !given.device().equals(device))
                        .toList()));
    return without.withSequence(
        plan.sequence()
            .map(steps -> steps.stream().filter(step -> !moves(step, guest, device)).toList()));
  }

  /** A device that only a step attaches is listed from now on, for the bus is the list's to say. */
  static AssignmentPlan putBehind(AssignmentPlan plan, PlanChange.PutBehind change) {
    return plan.withGuest(
        change.guest(),
        known ->
            known
                .withBuses(withBus(known.buses(), change.bus()))
                .withDevices(onBus(known.devices(), change)));
  }

  private static List<GuestDevice> onBus(List<GuestDevice> devices, PlanChange.PutBehind change) {
    String bus = change.bus().name();
    List<GuestDevice> moved = new ArrayList<>();
    for (GuestDevice given : devices) {
      moved.add(change.devices().contains(given.device()) ? given.onBus(bus) : given);
    }
    for (DeviceRef device : change.devices()) {
      if (moved.stream().noneMatch(given -> given.device().equals(device))) {
        moved.add(GuestDevice.of(device).onBus(bus).plugged());
      }
    }
    return moved;
  }

  /**
   * Writes the order out, with a stop directly before the first step that the waiting guest takes
   * after the other has started.
   */
  static AssignmentPlan stopFirst(AssignmentPlan plan, GuestName running, GuestName waiting) {
    List<PlanStep> steps = new ArrayList<>(plan.steps());
    int at = Math.max(0, steps.indexOf(new PlanStep.Start(running)));
    while (at < steps.size() && !isOf(steps.get(at), waiting)) {
      at++;
    }
    steps.add(at, new PlanStep.Stop(running));
    return plan.withSequence(Optional.of(steps));
  }

  static AssignmentPlan setParameter(AssignmentPlan plan, String name, String value) {
    List<PlanStep> steps = new ArrayList<>(plan.steps());
    steps.addFirst(new PlanStep.SetParameter(name, value));
    return plan.withSequence(Optional.of(steps));
  }

  private static List<GuestBus> withBus(List<GuestBus> buses, GuestBus bus) {
    if (buses.contains(bus)) {
      return buses;
    }
    List<GuestBus> changed = new ArrayList<>(buses);
    changed.add(bus);
    return changed;
  }

  private static boolean moves(PlanStep step, GuestName guest, DeviceRef device) {
    return switch (step.plain()) {
      case PlanStep.Attach(GuestName to, DeviceRef what) -> to.equals(guest) && what.equals(device);
      case PlanStep.Detach(GuestName from, DeviceRef what) ->
          from.equals(guest) && what.equals(device);
      default -> false;
    };
  }

  private static boolean isOf(PlanStep step, GuestName guest) {
    return step.plain().equals(new PlanStep.Start(guest))
        || (step.plain() instanceof PlanStep.Attach attach && attach.guest().equals(guest));
  }
}
