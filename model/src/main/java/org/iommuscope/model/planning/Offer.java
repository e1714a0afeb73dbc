package org.iommuscope.model.planning;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/**
 * A device that could answer a request, with what taking it means.
 *
 * @param given the device, and those that come along
 * @param freed members of its group that lose their driver, so that the group is viable
 * @param lost of all these, how many the host works with
 * @param node NUMA node, where it is known
 * @param made the mdev that must be made first
 */
public record Offer(
    List<DeviceRef> given,
    List<DeviceRef> freed,
    int lost,
    Optional<Integer> node,
    Optional<PlannedMdev> made) {

  public Offer {
    given = List.copyOf(given);
    freed = List.copyOf(freed);
  }

  /** The device that was asked for. */
  public DeviceRef device() {
    return given.getFirst();
  }

  /** What the host pays; devices that nobody missed cost next to nothing. */
  int points() {
    return lost * Price.HOST_LOSES_DEVICE.points()
        + (given.size() - 1 + freed.size()) * Price.REBOUND.points();
  }

  /** A plan in which guests take offers, each the next of its devices. */
  static AssignmentPlan taken(List<Taken> taken, AssignmentPlan plan) {
    Map<DeviceRef, Optional<String>> bindings = new HashMap<>(plan.bindings());
    Map<GuestName, Guest> guests = new LinkedHashMap<>();
    plan.guests().forEach(guest -> guests.put(guest.name(), guest));
    AssignmentPlan changed = plan;
    for (Taken each : taken) {
      each.offer().bind(bindings);
      guests.merge(each.guest(), each.guestAlone(), Offer::joined);
      changed = each.offer().made().map(changed::withMdev).orElse(changed);
    }
    return changed.withBindings(bindings).withGuests(List.copyOf(guests.values()));
  }

  /** An offer that a guest takes. */
  record Taken(GuestName guest, Offer offer) {
    private Guest guestAlone() {
      return Guest.named(guest).withDevices(offer.given().stream().map(GuestDevice::of).toList());
    }
  }

  private void bind(Map<DeviceRef, Optional<String>> bindings) {
    given.stream()
        .filter(PciAddress.class::isInstance)
        .forEach(device -> bindings.put(device, Optional.of("vfio-pci")));
    freed.forEach(device -> bindings.put(device, Optional.empty()));
  }

  private static Guest joined(Guest guest, Guest more) {
    return guest.withDevices(
        Stream.concat(guest.devices().stream(), more.devices().stream()).toList());
  }
}
