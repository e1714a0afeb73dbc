package org.iommuscope.imports.definitions;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/** The arguments of QEMU that decide about assigned devices. */
final class QemuWords {

  private static final Set<String> VFIO_DEVICES =
      Set.of("vfio-pci", "vfio-pci-nohotplug", "vfio-ap", "vfio-ccw", "vfio-platform");

  /** Buses of the guest; those that decide about address spaces are read, the others do not. */
  private static final Set<String> BUSES =
      Set.of("pcie-pci-bridge", "pxb-pcie", "pcie-root-port", "ioh3420", "pci-bridge");

  /** What is read of a device that is assigned, and its name in QEMU. */
  private static final Set<String> OPTIONS =
      Set.of(
          "driver",
          "host",
          "sysfsdev",
          "bus",
          "addr",
          "vf-token",
          "iommufd",
          "id",
          "multifunction");

  private final String where;
  private final GuestDraft guest;
  private final PlanDraft plan;
  private final NotTakenOver rest = new NotTakenOver();

  /** The buses that ports lead to, by the ports' names. */
  private final Map<String, String> ports = new HashMap<>();

  private QemuWords(String where, GuestDraft guest, PlanDraft plan) {
    this.where = where;
    this.guest = guest;
    this.plan = plan;
  }

  /** Adds to a guest what its arguments say; buses count wherever they stand. */
  static void read(List<String> words, String where, GuestDraft guest, PlanDraft plan) {
    read(words, where, guest, plan, false);
  }

  /**
   * Adds to a guest what its arguments say; buses count wherever they stand.
   *
   * @param isExported whether this program wrote them
   */
  static void read(
      List<String> words, String where, GuestDraft guest, PlanDraft plan, boolean isExported) {
    QemuWords reader = new QemuWords(where, guest, plan);
    reader.each(words, reader::readBus);
    reader.each(words, reader::readOption);
    if (isExported) {
      reader.rest.withoutScaffold();
    }
    reader.rest.tell(where + ": " + guest.name(), plan);
  }

  /** An option with its value. */
  @FunctionalInterface
  private interface Taker {
    void take(String option, String value);
  }

  private void each(List<String> words, Taker taker) {
    for (int at = 0; at < words.size(); at++) {
      String option = words.get(at).replaceFirst("^--?", "");
      boolean isOption = words.get(at).startsWith("-") && !option.isEmpty();
      if (isOption) {
        boolean hasValue = at + 1 < words.size() && !words.get(at + 1).startsWith("-");
        taker.take(option, hasValue ? words.get(at + 1) : "");
      }
    }
  }

  private void readBus(String option, String value) {
    if (!option.equals("device")) {
      return;
    }
    QemuOption device = QemuOption.of(value, "driver");
    switch (device.head()) {
      case "pcie-pci-bridge" ->
          device.get("id").ifPresent(id -> guest.bus(id, GuestBus.Kind.PCIE_PCI_BRIDGE));
      case "pxb-pcie" ->
          device
              .get("id")
              .filter(id -> device.isOn("bypass_iommu"))
              .ifPresent(id -> guest.bus(id, GuestBus.Kind.BYPASS_ROOT));
      case "pcie-root-port", "ioh3420" ->
          device
              .get("bus")
              .filter(guest::hasBus)
              .ifPresent(bus -> device.get("id").ifPresent(id -> ports.put(id, bus)));
      default -> {}
    }
  }

  private void readOption(String option, String value) {
    switch (option) {
      case "device" -> readDevice(QemuOption.of(value, "driver"));
      case "machine", "M" -> readMachine(QemuOption.of(value, "type"));
      case "accel" -> guest.kvm(QemuOption.of(value, "accel").head().contains("kvm"));
      case "enable-kvm" -> guest.kvm(true);
      case "name", "id" -> {}
      case "object" -> readObject(QemuOption.of(value, "qom-type"));
      default -> rest.add("-" + option);
    }
  }

  /** An iommufd is named by the devices that use it. */
  private void readObject(QemuOption object) {
    if (!object.head().equals("iommufd")) {
      rest.add("-object " + object.head());
    }
  }

  private void readMachine(QemuOption machine) {
    machine.get("iommu").flatMap(model -> viommu(model, false)).ifPresent(guest::viommu);
    machine.get("accel").ifPresent(accel -> guest.kvm(accel.contains("kvm")));
  }

  private void readDevice(QemuOption device) {
    if (VFIO_DEVICES.contains(device.head())) {
      readVfio(device);
      return;
    }
    boolean isIommu = device.head().contains("iommu");
    if (isIommu) {
      viommu(device.head(), device.isOn("caching-mode")).ifPresent(guest::viommu);
    } else if (device.head().startsWith("vfio")) {
      plan.unknown(where + ": -device " + device.head() + " is no device that is known");
    } else if (!BUSES.contains(device.head())) {
      rest.add("-device " + device.head());
    }
  }

  private void readVfio(QemuOption device) {
    Optional<DeviceRef> host =
        device
            .get("host")
            .flatMap(PciAddress::parse)
            .<DeviceRef>map(address -> address)
            .or(() ->
                device
                    .get("sysfsdev")
                    .map(QemuWords::lastName)
                    .filter(name -> !name.isBlank())
                    .map(DeviceRef::parse));
    if (host.isEmpty()) {
      plan.unknown(where + ": -device " + device.head() + " without host= or sysfsdev=");
      return;
    }
    NotTakenOver options = new NotTakenOver();
    device.values().keySet().stream().filter(key -> !OPTIONS.contains(key)).forEach(options::add);
    options.tell(where + ": " + host.get(), plan);
    Optional<String> bus = device.get("bus").map(name -> ports.getOrDefault(name, name));
    boolean isPlaced = bus.isEmpty() || bus.filter(guest::hasBus).isPresent();
    guest.device(
        host.get(),
        device.get("addr").filter(slot -> isPlaced).map(QemuWords::slot),
        bus,
        device.get("vf-token"),
        device.get("iommufd"));
  }

  /** A vIOMMU by the name of its device, of a machine's property or of libvirt's model. */
  static Optional<Viommu> viommu(String name, boolean isCaching) {
    String lower = name.toLowerCase(Locale.ROOT);
    Optional<Viommu.Model> model =
        lower.startsWith("intel")
            ? Optional.of(Viommu.Model.INTEL)
            : lower.startsWith("virtio")
                ? Optional.of(Viommu.Model.VIRTIO)
                : lower.contains("smmuv3")
                    ? Optional.of(Viommu.Model.SMMUV3)
                    : lower.startsWith("amd") ? Optional.of(Viommu.Model.AMD) : Optional.empty();
    return model.map(kind -> new Viommu.Present(kind, isCaching));
  }

  private static String slot(String addr) {
    String bare = addr.replaceFirst("^0[xX]", "");
    return bare.contains(".") ? bare : bare + ".0";
  }

  private static String lastName(String path) {
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return bare.substring(bare.lastIndexOf('/') + 1);
  }
}
