package org.iommuscope.imports.sysfs;

import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.capture.Entry;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.capture.Link;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.Reading;

/** Reads {@code sys/class/iommu}: which driver serves the host, and what its units can do. */
final class IommuUnits implements Reader {

  private static final String CLASS = "sys/class/iommu";

  @Override
  public Phase phase() {
    return Phase.GROUPS;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    Optional<Folder> units = capture.folder(CLASS);
    if (units.isEmpty()) {
      return;
    }
    host.iommu =
        units.get().sortedNames().stream()
            .findFirst()
            .map(name -> Reading.of(kindOf(units.get().child(name).orElseThrow(), name)))
            .orElseGet(() -> none(capture));
    host.interruptRemapping =
        new InterruptRemapping(capture, host).read(capture.foldersIn(units.get()));
  }

  private static Reading<IommuKind> none(SysfsCapture capture) {
    return capture.tree().isComplete() ? Reading.absent() : Reading.unread();
  }

  /** Each driver names its units in its own way, in its call of {@code iommu_device_sysfs_add}. */
  private static IommuKind kindOf(Entry unit, String name) {
    if (name.startsWith("dmar")) {
      return IommuKind.INTEL;
    }
    if (name.startsWith("ivhd")) {
      return IommuKind.AMD;
    }
    if (name.startsWith("smmu3.")) {
      return IommuKind.SMMUV3;
    }
    if (name.startsWith("iommu-phb")) {
      return IommuKind.SPAPR;
    }
    boolean isVirtio = unit instanceof Link link && link.target().contains("/virtio");
    return isVirtio ? IommuKind.VIRTIO : IommuKind.OTHER;
  }

  /** The ecap register of each VT-d unit, as far as they were captured. */
  static List<Long> extendedCapabilities(SysfsCapture capture, List<Folder> units) {
    return units.stream()
        .flatMap(unit -> unit.folder("intel-iommu").stream())
        .map(unit -> new DeviceFolder(capture, unit))
        .map(unit ->
            unit.value(
                "ecap", text -> Attributes.address("0x" + text), "a register in hexadecimal"))
        .flatMap(ecap -> ecap.known().stream())
        .toList();
  }
}
