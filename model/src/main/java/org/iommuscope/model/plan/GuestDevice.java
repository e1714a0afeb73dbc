package org.iommuscope.model.plan;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/**
 * A device that a guest shall have.
 *
 * @param path how QEMU is told: {@code host=} or {@code sysfsdev=}
 * @param slot guest slot and function, {@code 3.0}
 * @param bus the guest bus it sits on; none is the root bus
 * @param vfToken UUID that users of a PF on vfio-pci and its VFs share
 * @param iommufd id of the iommufd object, which overrules the guest's backend
 * @param later attached by a step of its own and not at the guest's start
 */
public record GuestDevice(
    DeviceRef device,
    Path path,
    Optional<String> slot,
    Optional<String> bus,
    Optional<String> vfToken,
    Optional<String> iommufd,
    boolean later) {

  /** The property of QEMU's vfio-pci that names the device. */
  public enum Path {
    HOST,
    SYSFSDEV
  }

  /** A device as it is dragged onto a guest: nothing but its name. */
  public static GuestDevice of(DeviceRef device) {
    Path path = device instanceof PciAddress ? Path.HOST : Path.SYSFSDEV;
    return new GuestDevice(
        device,
        path,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** The same, attached by a step of its own. */
  public GuestDevice plugged() {
    return new GuestDevice(device, path, slot, bus, vfToken, iommufd, true);
  }

  /** Another device in the same way. */
  GuestDevice naming(DeviceRef other) {
    return new GuestDevice(other, path, slot, bus, vfToken, iommufd, later);
  }

  public GuestDevice onBus(String name) {
    return new GuestDevice(device, path, slot, Optional.of(name), vfToken, iommufd, later);
  }
}
