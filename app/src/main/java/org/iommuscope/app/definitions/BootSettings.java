package org.iommuscope.app.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    StringBuilder text = new StringBuilder();
    text.append("# Kernel command line, for GRUB_CMDLINE_LINUX; needs a reboot:\n");
    text.append("#   ").append(String.join(" ", parameters())).append('\n');
    if (!bound.isEmpty()) {
      ids(bound, text);
      dropIn(bound, text);
    }
    return text.append('\n').toString();
  }

  private List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    Optional<IommuKind> kind = facts.host().kernel().iommu().known();
    if (kind.filter(it -> it.name().contains("AMD")).isPresent()) {
      parameters.add("amd_iommu=on");
    } else if (kind.filter(it -> it.name().contains("SMMU")).isEmpty()) {
      parameters.add("intel_iommu=on");
    }
    parameters.add("iommu=pt");
    return parameters;
  }

  /** Ids select cards, not slots. */
  private void ids(List<DeviceRef> bound, StringBuilder text) {
    Set<String> ids = new TreeSet<>();
    bound.forEach(device -> facts.ids(device).ifPresent(ids::add));
    List<DeviceRef> others =
        facts.host().devices().values().stream()
            .map(HostDevice::ref)
            .filter(device -> facts.ids(device).filter(ids::contains).isPresent())
            .filter(device -> !bound.contains(device))
            .toList();
    if (ids.isEmpty()) {
      return;
    }
    if (others.isEmpty()) {
      text.append("# or by ids, which no other function of this host has:\n#   vfio-pci.ids=")
          .append(String.join(",", ids))
          .append('\n');
    } else {
      text.append("# WARNING: vfio-pci.ids=")
          .append(String.join(",", ids))
          .append(" would also take ")
          .append(String.join(", ", others.stream().map(DeviceRef::text).toList()))
          .append(";\n# bind by address as below.\n");
    }
  }

  private static void dropIn(List<DeviceRef> bound, StringBuilder text) {
    String addresses = String.join(" ", bound.stream().map(DeviceRef::text).toList());
    text.append(
        """
        # modprobe drop-in, by address, for drivers that would be quicker than driverctl;
        # as /etc/modprobe.d/iommuscope.conf, then update-initramfs -u and a reboot:
        #   install vfio-pci for a in %s; do echo vfio-pci > /sys/bus/pci/devices/$a/driver_override; done; /sbin/modprobe --ignore-install vfio-pci
        """
            .formatted(addresses));
  }
}
