package org.iommuscope.model.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevUuid;

/** What guests with devices can no longer do, and how much of their memory stays where it is. */
final class GuestCosts {

  /** Variants of vfio-pci that can save a device's state; Linux 6.12, {@code drivers/vfio/pci}. */
  private static final Set<String> MIGRATING =
      Set.of(
          "mlx5-vfio-pci",
          "mlx5_vfio_pci",
          "hisi-acc-vfio-pci",
          "hisi_acc_vfio_pci",
          "pds-vfio-pci",
          "pds_vfio_pci",
          "qat_vfio_pci",
          "virtio-vfio-pci",
          "virtio_vfio_pci");

  private GuestCosts() {}

  static List<String> still(HostTopology host, AssignmentPlan plan) {
    List<String> sentences = new ArrayList<>();
    for (Guest guest : plan.guests()) {
      List<GuestDevice> staying =
          guest.devices().stream().filter(given -> !migrates(host, plan, given)).toList();
      if (!staying.isEmpty()) {
        sentences.add(
            "guest "
                + guest.name()
                + " can be neither migrated nor saved while it has "
                + HostAdvice.words(staying.stream().map(GuestDevice::device).toList())
                + ": the state in the device is not saved");
      } else if (!guest.devices().isEmpty()) {
        sentences.add(
            "guest " + guest.name() + " may be migrated: its devices' drivers save their state");
      }
    }
    if (sentences.isEmpty()) {
      return List.of("nothing: no guest has a device");
    }
    sentences.add("stop these guests before the host is suspended: nobody restores their devices");
    return sentences;
  }

  private static boolean migrates(HostTopology host, AssignmentPlan plan, GuestDevice given) {
    Optional<Optional<String>> planned = Optional.ofNullable(plan.bindings().get(given.device()));
    Optional<String> driver =
        planned.orElseGet(
            () -> host.device(given.device()).flatMap(device -> device.driver().known()));
    return driver.filter(MIGRATING::contains).isPresent();
  }

  /** The plan file does not say how much memory a guest has. */
  static List<String> pinned(HostTopology host, AssignmentPlan plan) {
    List<String> sentences = new ArrayList<>();
    for (Guest guest : plan.guests()) {
      if (!guest.devices().isEmpty()) {
        sentences.add("guest " + guest.name() + ": " + pinnedBy(host, guest));
      }
    }
    return sentences.isEmpty() ? List.of("none: no guest has a device") : sentences;
  }

  private static String pinnedBy(HostTopology host, Guest guest) {
    boolean isEmulated =
        guest.devices().stream().allMatch(given -> given.device() instanceof MdevUuid);
    if (isEmulated) {
      return "what the drivers of its mdevs ask for, page by page";
    }
    long groups =
        guest.devices().stream()
            .flatMap(given -> host.groupOf(given.device()).stream())
            .map(group -> group.id())
            .distinct()
            .count();
    String limit =
        guest.memlock().isPresent()
            ? "; it may lock " + guest.memlock().getAsLong() + " bytes, and must not have more RAM"
            : "";
    return guest.viommu() instanceof Viommu.Present
        ? "what it maps through its vIOMMU, counted once for each of its "
            + groups
            + " groups"
            + limit
        : "all of its RAM, from its start until it stops" + limit;
  }
}
