package org.iommuscope.app.definitions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.PciAddress;

/** What a reboot is needed for: the kernel command line and a modprobe drop-in, as comments. */
record BootSettings(PlannedHost facts) {

  String text() {
    List<DeviceRef> bound =
        facts.plan().bindings().keySet().stream()
            .filter(PciAddress.class::isInstance)
            .filter(facts::isBoundToVfio)
            .toList();
    List<DeviceRef> free = bound.stream().filter(device -> facts.use(device).isEmpty()).toList();
    return commandLine() + used(bound) + (free.isEmpty() ? "" : ids(free) + dropIn(free)) + "\n";
  }

  /** A host that is told to give its root disk away does not come up again. */
  private String used(List<DeviceRef> bound) {
    return bound.stream()
        .flatMap(device ->
            facts.use(device).stream()
                .map(use -> "Left out below, as the host uses it: " + device + ", " + use))
        .map(Shell::comment)
        .collect(Collectors.joining());
  }

  /** AMD-Vi and SMMU are on by themselves; VT-d is not in every kernel (intel_iommu_setup). */
  private String commandLine() {
    Optional<IommuKind> kind = facts.host().kernel().iommu().known();
    String parameters =
        switch (kind.orElse(IommuKind.INTEL)) {
          case INTEL, OTHER -> "intel_iommu=on iommu=pt";
          case AMD -> "iommu=pt";
          case SMMUV3, VIRTIO -> "iommu.passthrough=1";
          case SPAPR -> "";
        };
    return parameters.isEmpty()
        ? ""
        : "# Kernel command line (GRUB_CMDLINE_LINUX), from the next boot on:\n#   "
            + parameters
            + "\n";
  }

  /** Ids select cards, not slots. */
  private String ids(List<DeviceRef> bound) {
    Set<String> ids = new TreeSet<>();
    bound.forEach(device -> facts.ids(device).ifPresent(ids::add));
    String twins =
        facts.host().devices().values().stream()
            .map(HostDevice::ref)
            .filter(device -> facts.ids(device).filter(ids::contains).isPresent())
            .filter(device -> !bound.contains(device))
            .map(DeviceRef::text)
            .collect(Collectors.joining(", "));
    String option = "vfio-pci.ids=" + String.join(",", ids);
    if (ids.isEmpty()) {
      return "";
    }
    return twins.isEmpty()
        ? "#   " + option + "   (no other function of this host has these ids)\n"
        : "# WARNING: " + option + " would also take " + twins + ": bind by address.\n";
  }

  /** The host's drivers wait until vfio-pci has its addresses. */
  private String dropIn(List<DeviceRef> bound) {
    String addresses = bound.stream().map(DeviceRef::text).collect(Collectors.joining(" "));
    Set<String> drivers = new TreeSet<>();
    bound.forEach(device ->
        facts
            .host()
            .device(device)
            .flatMap(it -> it.driver().known())
            .filter(name -> !name.equals("vfio-pci"))
            .ifPresent(drivers::add));
    StringBuilder text = new StringBuilder();
    text.append(
        "# By address from boot on: /etc/modprobe.d/iommuscope.conf, then the initramfs anew:\n");
    drivers.forEach(driver ->
        text.append("#   softdep ").append(Shell.word(driver)).append(" pre: vfio-pci\n"));
    return text.append("#   install vfio-pci for a in ")
        .append(addresses)
        .append("; do echo vfio-pci > /sys/bus/pci/devices/$a/driver_override; done;")
        .append(" modprobe --ignore-install vfio-pci\n")
        .toString();
  }
}
