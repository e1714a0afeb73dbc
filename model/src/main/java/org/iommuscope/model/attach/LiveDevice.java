package org.iommuscope.model.attach;

import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/**
 * A device as it stands between two steps: what the capture says, changed by what happened since.
 *
 * @param bus {@code pci}, {@code mdev} or another, as sysfs names it
 * @param pf the PF of a VF
 * @param parent the device that an mdev is made from
 */
public record LiveDevice(
    DeviceRef ref,
    String bus,
    Reading<String> driver,
    Reading<GroupId> group,
    Reading<HeaderType> header,
    Reading<PciAddress> pf,
    Reading<DeviceRef> parent) {

  /** A device as it was captured. */
  public static LiveDevice of(HostDevice device) {
    return switch (device) {
      case PciFunction pci ->
          new LiveDevice(
              pci.address(),
              pci.bus(),
              pci.driver(),
              pci.group(),
              pci.header(),
              pci.sriov().physfn(),
              Reading.absent());
      case MediatedDevice mdev ->
          new LiveDevice(
              mdev.uuid(),
              mdev.bus(),
              mdev.driver(),
              mdev.group(),
              Reading.absent(),
              Reading.absent(),
              mdev.parent());
      case OtherDevice other ->
          new LiveDevice(
              other.name(),
              other.bus(),
              other.driver(),
              other.group(),
              Reading.absent(),
              Reading.absent(),
              Reading.absent());
    };
  }

  /** A function that has just appeared in a group, without a driver yet. */
  public static LiveDevice added(DeviceRef ref, GroupId group) {
    return new LiveDevice(
        ref,
        ref instanceof PciAddress ? "pci" : "platform",
        Reading.absent(),
        Reading.of(group),
        Reading.of(HeaderType.ENDPOINT),
        Reading.absent(),
        Reading.absent());
  }

  /** The same device on another driver. */
  public LiveDevice boundTo(String name) {
    return withDriver(Reading.of(name));
  }

  public boolean isMdev() {
    return bus.equals("mdev");
  }

  public boolean isPci() {
    return bus.equals("pci");
  }

  /**
   * Whether its config header is another than an endpoint's; one that is unread is taken for it.
   */
  public boolean isBridge() {
    return header.known().filter(type -> type != HeaderType.ENDPOINT).isPresent();
  }

  public boolean isOn(String name) {
    return driver.known().filter(name::equals).isPresent();
  }

  LiveDevice withDriver(Reading<String> changed) {
    return new LiveDevice(ref, bus, changed, group, header, pf, parent);
  }

  LiveDevice withGroup(Reading<GroupId> changed) {
    return new LiveDevice(ref, bus, driver, changed, header, pf, parent);
  }
}
