package org.iommuscope.app.definitions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciFunction;

/** What a writer asks of a host and of what a plan makes of it. */
record PlannedHost(HostTopology host, AssignmentPlan plan) {

  private static final String VFIO_PCI = "vfio-pci";

  /** Whether the plan gives a device to vfio-pci before its first step. */
  boolean isBoundToVfio(DeviceRef device) {
    return plan.bindings()
        .getOrDefault(device, Optional.empty())
        .filter(VFIO_PCI::equals)
        .isPresent();
  }

  /** What the running host does with a device and would miss. */
  Optional<String> use(DeviceRef device) {
    List<HostUse> uses = host.uses().of(device);
    return uses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            uses.stream()
                .map(HostUse::because)
                .collect(Collectors.joining(", "))
                .replaceAll("\\p{Cntrl}", " "));
  }

  /** The devices that a guest takes from the host when it starts, and that the host uses. */
  List<DeviceRef> takenInUse(Guest guest) {
    return guest.devices().stream()
        .filter(device -> !device.later())
        .map(GuestDevice::device)
        .filter(device -> use(device).isPresent())
        .toList();
  }

  /** The driver that serves a device when the plan begins, as far as known. */
  Optional<String> driver(DeviceRef device) {
    Optional<String> planned = plan.bindings().get(device);
    return planned != null ? planned : host.device(device).flatMap(it -> it.driver().known());
  }

  /** What an mdev is made from and as what, by the plan or by the host. */
  Optional<PlannedMdev> mdev(DeviceRef uuid) {
    Stream<PlannedMdev> created =
        plan.steps().stream()
            .map(PlanStep::plain)
            .flatMap(step ->
                step instanceof PlanStep.CreateMdev(PlannedMdev mdev)
                    ? Stream.of(mdev)
                    : Stream.empty());
    return Stream.concat(plan.mdevs().stream(), created)
        .filter(mdev -> mdev.uuid().equals(uuid))
        .findFirst()
        .or(() -> captured(uuid));
  }

  private Optional<PlannedMdev> captured(DeviceRef uuid) {
    return host.device(uuid).orElse(null) instanceof MediatedDevice mdev
        ? mdev.parent()
            .known()
            .flatMap(parent ->
                mdev.type().known().map(type -> new PlannedMdev(mdev.uuid(), parent, type)))
        : Optional.empty();
  }

  /** What the parent says of an mdev's type. */
  Optional<MdevType> type(PlannedMdev mdev) {
    return Optional.ofNullable(host.mdevParents().get(mdev.parent()))
        .map(MdevParent::types)
        .stream()
        .flatMap(types -> types.stream())
        .filter(type -> type.id().equals(mdev.type()))
        .findFirst();
  }

  /** The device model that serves an mdev in QEMU, by its {@code device_api}. */
  String api(DeviceRef uuid) {
    return mdev(uuid)
        .flatMap(this::type)
        .flatMap(type -> type.deviceApi().known())
        .filter(api -> api.matches("vfio-(ap|ccw)"))
        .orElse(VFIO_PCI);
  }

  Optional<PciFunction> function(DeviceRef device) {
    HostDevice found = host.device(device).orElse(null);
    return found instanceof PciFunction function ? Optional.of(function) : Optional.empty();
  }

  /** {@code 8086:10d3}. */
  Optional<String> ids(DeviceRef device) {
    return function(device)
        .flatMap(function ->
            function
                .ids()
                .vendor()
                .known()
                .flatMap(vendor ->
                    function
                        .ids()
                        .device()
                        .known()
                        .map(product -> "%04x:%04x".formatted(vendor, product))));
  }

  /** The iommufd object that a device of a guest uses; none is the legacy container. */
  static Optional<String> iommufd(Guest guest, GuestDevice device) {
    return device.iommufd().isPresent()
        ? device.iommufd()
        : guest.backend() == Backend.IOMMUFD ? Optional.of("iommufd0") : Optional.empty();
  }
}
