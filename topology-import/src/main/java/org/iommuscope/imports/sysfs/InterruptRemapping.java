package org.iommuscope.imports.sysfs;

import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.Reading;

/**
 * Whether the host isolates the interrupts of devices, which vfio asks for ({@code
 * iommu_group_has_isolated_msi}).
 *
 * <p>No file says so: it follows from the units' registers and from what the kernel log says was
 * switched on. A log that does not begin with the boot proves by silence nothing.
 */
final class InterruptRemapping {

  /** Bit 3 of VT-d's extended capability register, IR. */
  private static final long ECAP_IR = 1 << 3;

  /** Where x86 takes message interrupts; its IOMMUs reserve the region. */
  private static final long X86_MSI = 0xfee00000L;

  private final SysfsCapture capture;
  private final TopologyBuilder host;

  InterruptRemapping(SysfsCapture capture, TopologyBuilder host) {
    this.capture = capture;
    this.host = host;
  }

  Reading<Boolean> read(List<Folder> units) {
    if (!(host.iommu instanceof Reading.Present<IommuKind>(IommuKind kind))) {
      return host.iommu.map(none -> false);
    }
    return switch (kind) {
      case INTEL -> ofIntel(IommuUnits.extendedCapabilities(capture, units));
      case AMD -> byLog("AMD-Vi: Interrupt remapping enabled");
      case VIRTIO -> isX86() ? Reading.of(false) : byLogAlone("ITS@");
      case SMMUV3 -> byLogAlone("ITS@");
      case SPAPR -> Reading.absent();
      case OTHER -> Reading.unread();
    };
  }

  private Reading<Boolean> ofIntel(List<Long> ecaps) {
    if (ecaps.stream().anyMatch(ecap -> (ecap & ECAP_IR) == 0)) {
      return Reading.of(false);
    }
    boolean isSwitchedOff =
        host.commandLine
            .known()
            .filter(line -> line.contains("intremap=off") || line.contains("nointremap"))
            .isPresent();
    return isSwitchedOff ? Reading.of(false) : byLog("DMAR-IR: Enabled IRQ remapping");
  }

  private Reading<Boolean> byLog(String line) {
    Optional<String> log = capture.text("dmesg.txt");
    if (log.isEmpty()) {
      return Reading.unread();
    }
    if (log.get().contains(line)) {
      return Reading.of(true);
    }
    return log.get().contains("Linux version ") ? Reading.of(false) : Reading.unread();
  }

  /** An interrupt translation service that the log names is in use; silence is no proof. */
  private Reading<Boolean> byLogAlone(String words) {
    return capture.text("dmesg.txt").filter(log -> log.contains(words)).isPresent()
        ? Reading.of(true)
        : Reading.unread();
  }

  private boolean isX86() {
    return host.groups.values().stream()
        .flatMap(group -> group.reservedRegions.known().stream())
        .flatMap(List::stream)
        .anyMatch(region -> region.type().equals("msi") && region.start() == X86_MSI);
  }
}
