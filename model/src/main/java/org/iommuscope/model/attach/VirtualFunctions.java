package org.iommuscope.model.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** The VFs of a PF: which exist, where new ones appear, and in which group. */
final class VirtualFunctions {

  /** Drivers that leave their VFs behind; recorded of nvme, and pci-pf-stub has no remove. */
  private static final Set<String> LEAVE_VFS = Set.of("nvme", "pci-pf-stub");

  private VirtualFunctions() {}

  static List<DeviceRef> of(LiveDevices devices, PciAddress pf) {
    Set<DeviceRef> found = new TreeSet<>(captured(devices, pf));
    found.removeIf(vf -> !devices.exists(vf));
    devices
        .changed()
        .forEach((ref, device) -> {
          if (device.filter(vf -> vf.pf().equals(Reading.of(pf))).isPresent()) {
            found.add(ref);
          }
        });
    return List.copyOf(found);
  }

  /** The VFs that a PF's driver takes along when it leaves. */
  static List<DeviceRef> leavingWith(AttachState state, LiveDevice pf) {
    Optional<String> driver = pf.driver().known();
    boolean keeps = driver.isEmpty() || LEAVE_VFS.contains(driver.get());
    return keeps || !(pf.ref() instanceof PciAddress address) ? List.of() : state.vfsOf(address);
  }

  /** The VFs that a write of {@code count} makes; fewer where the capture does not tell where. */
  static List<LiveDevice> made(LiveDevices devices, PciAddress pf, int count) {
    List<LiveDevice> made = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      address(devices, pf, index).map(address -> vf(address, pf)).ifPresent(made::add);
    }
    return made;
  }

  /**
   * The group of a new function: that of its PF if a bridge of it does not isolate, else a new one;
   * {@code pci_device_group}. SMMUv3 and virtio-iommu make it when a driver first binds.
   */
  static Reading<GroupId> groupOf(AttachState state, PciAddress pf) {
    Optional<GroupId> ofPf = state.groupOf(pf);
    if (ofPf.isEmpty()) {
      return Reading.absent();
    }
    boolean shared =
        state.members(ofPf.get()).stream()
            .flatMap(member -> state.device(member).stream())
            .anyMatch(LiveDevice::isBridge);
    return Reading.of(shared ? ofPf.get() : state.devices().lowestFreeGroup());
  }

  static boolean groupsAppearLate(AttachState state) {
    Optional<IommuKind> iommu = state.iommu();
    return iommu.filter(kind -> kind == IommuKind.SMMUV3 || kind == IommuKind.VIRTIO).isPresent();
  }

  private static List<DeviceRef> captured(LiveDevices devices, PciAddress pf) {
    return devices
        .host()
        .device(pf)
        .map(device -> device instanceof PciFunction function ? function : null)
        .flatMap(function -> function.sriov().virtfns().known())
        .map(vfs -> vfs.stream().<DeviceRef>map(vf -> vf).toList())
        .orElse(List.of());
  }

  private static Optional<PciAddress> address(LiveDevices devices, PciAddress pf, int index) {
    List<DeviceRef> known = captured(devices, pf);
    if (index < known.size() && known.get(index) instanceof PciAddress address) {
      return Optional.of(address);
    }
    return devices.host().device(pf).flatMap(device -> computed(device, pf, index));
  }

  private static Optional<PciAddress> computed(Object device, PciAddress pf, int index) {
    if (!(device instanceof PciFunction function)) {
      return Optional.empty();
    }
    return function.config().known().flatMap(config -> computed(config, pf, index));
  }

  /** First VF Offset and VF Stride of the SR-IOV capability, PCIe 6.0 section 9.3.3. */
  private static Optional<PciAddress> computed(ConfigSpace config, PciAddress pf, int index) {
    int capability = 0x100;
    while (capability >= 0x100 && capability + 0x18 <= config.length()) {
      if (word(config, capability) == 0x10) {
        int offset = word(config, capability + 0x14);
        int stride = word(config, capability + 0x16);
        int routing = ((pf.bus() << 8) | (pf.device() << 3) | pf.function());
        int vf = (routing + offset + index * stride) & 0xffff;
        return Optional.of(new PciAddress(pf.segment(), vf >> 8, (vf >> 3) & 31, vf & 7));
      }
      capability = (word(config, capability + 2) >> 4) & 0xffc;
    }
    return Optional.empty();
  }

  private static int word(ConfigSpace config, int at) {
    return config.byteAt(at) | config.byteAt(at + 1) << 8;
  }

  private static LiveDevice vf(PciAddress address, PciAddress pf) {
    return new LiveDevice(
        address,
        "pci",
        Reading.absent(),
        Reading.absent(),
        Reading.of(HeaderType.ENDPOINT),
        Reading.of(pf),
        Reading.absent());
  }
}
