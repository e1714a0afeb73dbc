package org.iommuscope.model.topology;

/** A group member on another bus than PCI and mdev: platform, fsl-mc, amba, ACPI. */
public record OtherDevice(
    DeviceName name, String bus, Reading<GroupId> group, Reading<String> driver)
    implements HostDevice {

  @Override
  public DeviceRef ref() {
    return name;
  }
}
