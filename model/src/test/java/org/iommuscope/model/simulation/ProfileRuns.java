package org.iommuscope.model.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.StepVerdict;

/** Runs of a plan in which guests start one after the other, where the outcome is not known yet. */
final class ProfileRuns {

  private ProfileRuns() {}

  /** The steps of guests with their devices, in the order of their names, under a profile. */
  static List<StepVerdict> of(
      HostTopology host, String profile, Map<String, List<String>> devicesOfGuests) {
    List<Guest> guests =
        new TreeMap<>(devicesOfGuests)
            .entrySet().stream().map(entry -> guest(entry.getKey(), entry.getValue())).toList();
    AssignmentPlan plan = AssignmentPlan.EMPTY.withGuests(guests).withProfile(Optional.of(profile));
    return new AttachSimulator(LocalDate.of(2026, 11, 22)).run(host, plan).verdict().steps();
  }

  private static Guest guest(String name, List<String> devices) {
    return Guest.named(new GuestName(name))
        .withDevices(devices.stream().map(DeviceRef::parse).map(GuestDevice::of).toList());
  }
}
