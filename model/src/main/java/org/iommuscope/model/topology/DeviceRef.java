package org.iommuscope.model.topology;

import java.util.Comparator;

/**
 * The name under which a host knows a device, ordered as every listing shows it: PCI functions by
 * number, then other devices by name, then mediated devices by UUID.
 */
public sealed interface DeviceRef extends Comparable<DeviceRef>
    permits PciAddress, DeviceName, MdevUuid {

  /** The name as sysfs writes it. */
  String text();

  @Override
  default int compareTo(DeviceRef other) {
    int kinds = Integer.compare(rank(this), rank(other));
    if (kinds != 0) {
      return kinds;
    }
    if (this instanceof PciAddress one && other instanceof PciAddress two) {
      return PciAddress.BY_NUMBER.compare(one, two);
    }
    return Comparator.<String>naturalOrder().compare(text(), other.text());
  }

  /** Reads any of the three forms; whatever is neither an address nor a UUID is a plain name. */
  static DeviceRef parse(String text) {
    return PciAddress.parse(text)
        .<DeviceRef>map(address -> address)
        .or(() -> MdevUuid.parse(text))
        .orElseGet(() -> new DeviceName(text));
  }

  private static int rank(DeviceRef ref) {
    return switch (ref) {
      case PciAddress pci -> 0;
      case DeviceName name -> 1;
      case MdevUuid uuid -> 2;
    };
  }
}
