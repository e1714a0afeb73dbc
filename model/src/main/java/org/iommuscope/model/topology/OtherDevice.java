package org.iommuscope.model.topology;

/**
 * A group member on another bus than PCI and mdev: platform, fsl-mc, amba, ACPI.
 *
 * @param bus the last name of its {@code subsystem} link, or {@link #UNKNOWN_BUS}
 */
public record OtherDevice(
    DeviceName name, String bus, Reading<GroupId> group, Reading<String> driver)
    implements HostDevice {

  /** What stands for the bus of a device whose {@code subsystem} link was not captured. */
  public static final String UNKNOWN_BUS = "";

  @Override
  public DeviceRef ref() {
    return name;
  }
}
