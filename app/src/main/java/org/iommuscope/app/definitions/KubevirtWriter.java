package org.iommuscope.app.definitions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanNote;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/** Writes one guest as a VirtualMachine of KubeVirt. */
final class KubevirtWriter {

  private final Guest guest;
  private final GuestMachine machine;
  private final KubevirtNames resources;
  private final Unsaid unsaid;

  KubevirtWriter(Guest guest, GuestMachine machine, KubevirtNames resources, Unsaid unsaid) {
    this.guest = guest;
    this.machine = machine;
    this.resources = resources;
    this.unsaid = unsaid;
  }

  /** A text as a scalar of YAML. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  String write(PlanFile plan, int at, String name) {
    say();
    Map<DeviceRef, String> names = names();
    Map<DeviceRef, DeviceRef> carried = new LinkedHashMap<>();
    names.keySet().forEach(device -> carried.put(device, device));
    return "---\n"
        + unsaid.comments("# ")
        + """
        apiVersion: kubevirt.io/v1
        kind: VirtualMachine
        metadata:
          name: %s
          annotations:
            iommuscope.org/plan: %s
        spec:
          runStrategy: Halted
          template:
            spec:
        %s      domain:
                machine:
                  type: %s
                memory:
                  guest: 4Gi
        """
            .formatted(
                quoted(name),
                quoted(PlanNote.ofGuest(plan, at, carried, true)),
                architecture(),
                machine.type())
        + devices(names);
  }

  /** KubeVirt takes a guest without one for x86; its words for them are those of Go. */
  private String architecture() {
    return switch (machine) {
      case X86, POWER -> "";
      case ARM -> "      architecture: arm64\n";
      case S390 -> "      architecture: s390x\n";
    };
  }

  private void say() {
    unsaid.addProcess(guest, "KubeVirt");
    unsaid.addLater(guest, "KubeVirt attaches all devices when the guest starts");
    if (!guest.kvm()) {
      unsaid.add(guest.name(), "running without KVM");
    }
    if (!(guest.viommu() instanceof Viommu.None)) {
      unsaid.add(guest.name(), "its vIOMMU");
    }
    if (!guest.buses().isEmpty()) {
      unsaid.add(guest.name(), "its buses");
    }
    guest.devices().forEach(this::sayRest);
  }

  private void sayRest(GuestDevice device) {
    device
        .slot()
        .ifPresent(slot -> unsaid.add(guest.name(), device.device() + ": its slot " + slot));
    device
        .vfToken()
        .ifPresent(token -> unsaid.add(guest.name(), device.device() + ": its VF token"));
    PlannedHost.iommufd(guest, device)
        .ifPresent(id -> unsaid.add(guest.name(), device.device() + ": iommufd"));
    if (resources.isUnnamed(device.device())) {
      unsaid.add(
          guest.name(),
          device.device()
              + ": the name of its type, which is not captured: mdevNameSelector has the id");
    }
    long alike = resources.alike(device.device());
    if (alike > 1) {
      unsaid.add(
          guest.name(),
          device.device() + ": KubeVirt gives any of the " + alike + " functions with its ids");
    } else if (!(device.device() instanceof PciAddress)) {
      unsaid.add(guest.name(), device.device() + ": KubeVirt gives any mdev of its type");
    }
  }

  /** The resource of each device that has one. */
  private Map<DeviceRef, String> names() {
    Map<DeviceRef, String> names = new LinkedHashMap<>();
    for (GuestDevice device : guest.devices()) {
      Optional<String> resource = device.later() ? Optional.empty() : resources.of(device.device());
      if (names.containsKey(device.device())) {
        unsaid.add(guest.name(), device.device() + " a second time");
      } else if (resource.isPresent()) {
        names.put(device.device(), resource.get());
      } else if (!device.later()) {
        unsaid.add(
            guest.name(),
            device.device() + ": the capture has no ids or mdev type to select it by");
      }
    }
    return names;
  }

  private String devices(Map<DeviceRef, String> names) {
    List<DeviceRef> gpus = names.keySet().stream().filter(resources::isGpu).toList();
    List<DeviceRef> others =
        names.keySet().stream().filter(device -> !resources.isGpu(device)).toList();
    return names.isEmpty()
        ? "        devices: {}\n"
        : "        devices:\n" + list("gpus", gpus, names) + list("hostDevices", others, names);
  }

  private static String list(String key, List<DeviceRef> devices, Map<DeviceRef, String> names) {
    StringBuilder text = new StringBuilder();
    if (!devices.isEmpty()) {
      text.append("          ").append(key).append(":\n");
    }
    for (DeviceRef device : devices) {
      String kind = device instanceof PciAddress ? "pci-" : "mdev-";
      text.append("            - name: ")
          .append(kind)
          .append(device.text().replaceAll("[:.]", "-"))
          .append("\n              deviceName: ")
          .append(quoted(String.valueOf(names.get(device))))
          .append('\n');
    }
    return text.toString();
  }
}
