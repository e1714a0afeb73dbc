package org.iommuscope.model.planning;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;

/** A device that a guest shall have: what a repair keeps. */
public record Wish(GuestName guest, DeviceRef device) {

  /** Every wish of a plan, by guest and then by place on its command line. */
  static List<Wish> of(AssignmentPlan plan) {
    return plan.guests().stream()
        .flatMap(guest ->
            guest.devices().stream()
                .map(given -> new Wish(guest.name(), given.device()))
                .distinct())
        .toList();
  }

  /**
   * The plan with nothing else to wish for; its own steps, which may be about others, are left out.
   * Other guests are there, for the device may go to one of them.
   */
  AssignmentPlan aloneIn(AssignmentPlan plan) {
    return plan.withSequence(Optional.empty())
        .withGuests(
            plan.guests().stream()
                .map(other ->
                    other.withDevices(other.name().equals(guest) ? once(other) : List.of()))
                .toList());
  }

  private List<GuestDevice> once(Guest wishing) {
    return wishing.devices().stream()
        .filter(given -> given.device().equals(device))
        .limit(1)
        .toList();
  }

  /** The plan without this wish. */
  AssignmentPlan dropFrom(AssignmentPlan plan) {
    return new PlanChange.Withdraw(guest, device).applyTo(plan);
  }
}
