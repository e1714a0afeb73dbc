package org.iommuscope.model.topology;

/**
 * The sysfs name of a device that is neither a PCI function nor an mdev: platform, fsl-mc, ACPI.
 */
public record DeviceName(String text) implements DeviceRef {

  public DeviceName {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a device needs a name");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
