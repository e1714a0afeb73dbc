package org.iommuscope.app.definitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/** The command line of QEMU for one guest. */
final class QemuArguments {

  /** A root bus has 32 slots; the host bridge and, on q35, the LPC bridge sit in two. */
  private static final int ROOT_SLOTS = 30;

  private final PlannedHost facts;
  private final Guest guest;
  private final Unsaid unsaid;
  private final GuestMachine machine;
  private final Map<DeviceRef, String> ports = new LinkedHashMap<>();

  QemuArguments(PlannedHost facts, GuestMachine machine, Guest guest, Unsaid unsaid) {
    this.facts = facts;
    this.guest = guest;
    this.unsaid = unsaid;
    this.machine = machine;
    for (GuestDevice device : guest.devices()) {
      if (device.bus().filter(this::isRoot).isPresent()) {
        ports.putIfAbsent(device.device(), device.bus().get() + "-port" + ports.size());
      }
    }
  }

  private boolean isRoot(String name) {
    return guest.buses().stream()
        .anyMatch(bus -> bus.name().equals(name) && bus.kind() == GuestBus.Kind.BYPASS_ROOT);
  }

  /** QEMU plugs only bridges and ports into a root bus, so each device there gets a port. */
  List<String> portDevices() {
    List<String> devices = new ArrayList<>();
    for (GuestDevice device : guest.devices()) {
      String port = ports.get(device.device());
      String text =
          "pcie-root-port,id=%s,bus=%s,chassis=%d"
              .formatted(
                  doubled("" + port), doubled(device.bus().orElse("")), 0x80 + devices.size());
      if (port != null && devices.stream().noneMatch(each -> each.contains("id=" + port + ","))) {
        devices.add(text);
      }
    }
    return devices;
  }

  /** The command, an argument a line. */
  String command() {
    say();
    List<String> lines = new ArrayList<>();
    lines.add("-name " + Shell.word("guest=" + doubled(guest.name().text())));
    lines.add("-machine " + Shell.word(machine()));
    lines.add("-m 4G");
    viommu().ifPresent(device -> lines.add("-device " + device));
    buses().forEach(bus -> lines.add("-device " + Shell.word(bus)));
    portDevices().forEach(port -> lines.add("-device " + Shell.word(port)));
    iommufds().forEach(id -> lines.add("-object " + Shell.word("iommufd,id=" + doubled(id))));
    for (GuestDevice device : guest.devices()) {
      if (!device.later()) {
        lines.add("-device " + Shell.word(device(device)));
      }
    }
    return start()
        + lines.stream().collect(Collectors.joining(" \\\n  ", " \\\n  ", " \\\n  \"$@\"\n"));
  }

  /** What QEMU's monitor has to be told for devices that come later, as comments. */
  String laterComments() {
    return guest.devices().stream()
        .filter(GuestDevice::later)
        .map(device -> "# later, in the monitor: device_add " + device(device) + "\n")
        .collect(Collectors.joining())
        .replaceAll("\\p{Cntrl}(?<!\n)", " ");
  }

  private void say() {
    saySlots();
    if (guest.uid() != 0) {
      unsaid.add(guest.name(), "runs as uid " + guest.uid() + "; start the script as that user");
    }
    unsaid.addLater(guest, "the monitor's device_add does that");
    for (GuestDevice device : guest.devices()) {
      if (ports.containsKey(device.device()) && device.slot().isPresent()) {
        unsaid.add(
            guest.name(),
            device.device() + ": the slot " + device.slot().get() + "; it has a port of its own");
      }
      if (device.device() instanceof DeviceName) {
        unsaid.add(
            guest.name(),
            device.device() + ": QEMU has no vfio device of its own for most platform devices");
      }
    }
  }

  /** QEMU refuses a slot that is taken, and a bus that is full. */
  private void saySlots() {
    Set<String> taken = new LinkedHashSet<>();
    Set<Object> onRoot = new LinkedHashSet<>();
    for (GuestDevice device : guest.devices()) {
      Optional<GuestSlot> slot = device.slot().flatMap(GuestSlot::of);
      if (slot.isPresent() && !taken.add(device.bus().orElse("") + " " + slot.get())) {
        unsaid.add(
            guest.name(),
            device.device()
                + ": the guest's slot "
                + device.slot().orElse("")
                + " is taken: choose another");
      }
      if (device.bus().isEmpty()) {
        onRoot.add(slot.<Object>map(GuestSlot::slot).orElse(device.device()));
      }
    }
    if (onRoot.size() > ROOT_SLOTS) {
      unsaid.add(
          guest.name(),
          "room for %d slots of devices: the root bus has %d, put some behind a bus of the guest"
              .formatted(onRoot.size(), ROOT_SLOTS));
    }
  }

  private String start() {
    String program = machine.program();
    return guest.memlock().isPresent()
        ? "prlimit --memlock=%1$d:%1$d %2$s".formatted(guest.memlock().getAsLong(), program)
        : program;
  }

  private Optional<Viommu.Model> model() {
    return guest.viommu() instanceof Viommu.Present(Viommu.Model model, boolean caching)
        ? Optional.of(model)
        : Optional.empty();
  }

  /** VT-d with interrupt remapping needs the interrupt controller outside of KVM. */
  private String machine() {
    String accelerator = guest.kvm() ? "kvm" : "tcg";
    boolean isBuiltIn = model().filter(it -> it == Viommu.Model.SMMUV3).isPresent();
    boolean isSplit = guest.kvm() && model().filter(it -> it == Viommu.Model.INTEL).isPresent();
    return machine.type()
        + (isBuiltIn ? ",iommu=smmuv3" : "")
        + ",accel="
        + accelerator
        + (isSplit ? ",kernel-irqchip=split" : "");
  }

  private Optional<String> viommu() {
    return switch (guest.viommu()) {
      case Viommu.None() -> Optional.empty();
      case Viommu.Present(Viommu.Model model, boolean caching) ->
          switch (model) {
            case INTEL ->
                Optional.of("intel-iommu,intremap=on,caching-mode=" + (caching ? "on" : "off"));
            case VIRTIO -> Optional.of("virtio-iommu-pci");
            case AMD -> Optional.of("amd-iommu");
            case SMMUV3 -> Optional.empty();
          };
    };
  }

  /** The buses of the guest, as values of {@code -device}. */
  List<String> buses() {
    List<String> buses = new ArrayList<>();
    int number = 0x80;
    for (GuestBus bus : guest.buses()) {
      buses.add(
          switch (bus.kind()) {
            case PCIE_PCI_BRIDGE -> "pcie-pci-bridge,id=" + doubled(bus.name());
            case BYPASS_ROOT ->
                "pxb-pcie,id=%s,bus_nr=%d,bypass_iommu=on".formatted(doubled(bus.name()), number++);
          });
    }
    return buses;
  }

  /** Devices that come later use them too, so they are there from the start. */
  private Set<String> iommufds() {
    Set<String> ids = new LinkedHashSet<>();
    guest.devices().forEach(device -> PlannedHost.iommufd(guest, device).ifPresent(ids::add));
    return ids;
  }

  /** A device as a value of {@code -device}. */
  String device(GuestDevice device) {
    StringBuilder text = new StringBuilder(model(device.device()));
    text.append(
        device.path() == GuestDevice.Path.HOST && device.device() instanceof PciAddress
            ? ",host=" + device.device()
            : ",sysfsdev=" + sysfsPath(device.device()));
    String port = ports.get(device.device());
    if (port == null) {
      device.bus().ifPresent(bus -> text.append(",bus=").append(doubled(bus)));
      device.slot().ifPresent(slot -> text.append(",addr=").append(doubled(slot)));
    } else {
      text.append(",bus=").append(doubled(port));
    }
    if (port == null && isFirstOfSeveral(device)) {
      text.append(",multifunction=on");
    }
    device.vfToken().ifPresent(token -> text.append(",vf-token=").append(token));
    PlannedHost.iommufd(guest, device)
        .ifPresent(id -> text.append(",iommufd=").append(doubled(id)));
    return text.toString();
  }

  private boolean isFirstOfSeveral(GuestDevice device) {
    Optional<GuestSlot> slot = device.slot().flatMap(GuestSlot::of);
    return slot.filter(it -> it.function() == 0).isPresent()
        && guest.devices().stream()
            .filter(other -> other.bus().equals(device.bus()))
            .flatMap(other -> other.slot().flatMap(GuestSlot::of).stream())
            .anyMatch(other -> other.slot() == slot.get().slot() && other.function() != 0);
  }

  private String model(DeviceRef device) {
    return switch (device) {
      case PciAddress pci -> "vfio-pci";
      case MdevUuid mdev -> facts.api(mdev);
      case DeviceName other -> "vfio-platform";
    };
  }

  private static String sysfsPath(DeviceRef device) {
    return switch (device) {
      case PciAddress pci -> "/sys/bus/pci/devices/" + pci.text();
      case MdevUuid mdev -> "/sys/bus/mdev/devices/" + mdev.text();
      case DeviceName other -> "/sys/bus/platform/devices/" + doubled(other.text());
    };
  }

  /** Two commas stand for one. */
  private static String doubled(String text) {
    return text.replace(",", ",,");
  }
}
