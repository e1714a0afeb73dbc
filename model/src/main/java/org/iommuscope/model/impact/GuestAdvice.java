package org.iommuscope.model.impact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;

/** What is worth knowing of the guests themselves: their memory and their own addresses. */
final class GuestAdvice {

  private GuestAdvice() {}

  static void add(HostTopology host, AssignmentPlan plan, List<Advice> all) {
    List<Guest> served =
        plan.guests().stream().filter(guest -> !guest.devices().isEmpty()).toList();
    if (!served.isEmpty()) {
      String names =
          served.stream().map(guest -> guest.name().toString()).collect(Collectors.joining(", "));
      add(
          all,
          Advice.Topic.MEMORY,
          served,
          "while a guest runs all its memory is pinned, and can be neither swapped nor given back: "
              + names);
    }
    for (Guest guest : served) {
      addSpaces(host, guest, all);
      addSecondFunctions(guest, all);
    }
  }

  /** vfio counts the pages of each container by itself. */
  private static void addSpaces(HostTopology host, Guest guest, List<Advice> all) {
    long groups =
        guest.devices().stream()
            .flatMap(given -> host.groupOf(given.device()).stream())
            .distinct()
            .count();
    if (guest.viommu() instanceof Viommu.Present && groups > 1) {
      add(
          all,
          Advice.Topic.MEMORY,
          List.of(guest),
          "with its vIOMMU, guest "
              + guest.name()
              + " may need its memory's size "
              + groups
              + " times as limit of locked memory, once for each group");
    }
  }

  /** PCI finds the functions of a slot by its function 0. */
  private static void addSecondFunctions(Guest guest, List<Advice> all) {
    Set<String> firsts =
        guest.devices().stream()
            .flatMap(given -> given.slot().stream())
            .filter(slot -> slot.endsWith(".0") || !slot.contains("."))
            .map(slot -> slot.split("\\.")[0])
            .collect(Collectors.toSet());
    for (GuestDevice given : guest.devices()) {
      Optional<String> slot = given.slot().filter(each -> each.matches("[^.]+\\.[1-7]"));
      if (slot.isPresent() && !firsts.contains(slot.get().split("\\.")[0])) {
        all.add(
            new Advice(
                Advice.Topic.GUEST_ADDRESS,
                List.of(given.device()),
                "guest "
                    + guest.name()
                    + " does not see "
                    + given.device()
                    + " at "
                    + slot.get()
                    + ": no device is at function 0 of that slot"));
      }
    }
  }

  private static void add(
      List<Advice> all, Advice.Topic topic, List<Guest> guests, String sentence) {
    List<DeviceRef> devices =
        guests.stream()
            .flatMap(guest -> guest.devices().stream())
            .map(GuestDevice::device)
            .distinct()
            .toList();
    all.add(new Advice(topic, devices, sentence));
  }
}
