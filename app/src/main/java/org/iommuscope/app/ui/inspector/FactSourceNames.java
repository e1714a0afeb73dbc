package org.iommuscope.app.ui.inspector;

import java.util.Map;
import java.util.Optional;

/** Which file of a device's folder, or of its group's, tells which fact. */
final class FactSourceNames {

  private static final Map<String, String> OF_DEVICES =
      Map.ofEntries(
          Map.entry("Vendor", "vendor"),
          Map.entry("Device", "device"),
          Map.entry("Class", "class"),
          Map.entry("Revision", "revision"),
          Map.entry("Header", "config"),
          Map.entry("Resources", "resource"),
          Map.entry("Resets by", "reset_method"),
          Map.entry("Config space", "config"),
          Map.entry("Boot display", "boot_vga"),
          Map.entry("NUMA node", "numa_node"),
          Map.entry("IOMMU", "iommu"),
          Map.entry("Bound to", "driver"),
          Map.entry("Override", "driver_override"),
          Map.entry("Number", "iommu_group"),
          Map.entry("Physical function", "physfn"),
          Map.entry("Virtual functions", "sriov_numvfs"),
          Map.entry("At most", "sriov_totalvfs"),
          Map.entry("Type", "mdev_type"));

  private static final Map<String, String> OF_GROUPS =
      Map.of("Default domain", "type", "Group name", "name", "Reserved", "reserved_regions");

  private FactSourceNames() {}

  static Optional<String> ofDevice(String fact) {
    return Optional.ofNullable(OF_DEVICES.get(fact));
  }

  static Optional<String> ofGroup(String fact) {
    return Optional.ofNullable(OF_GROUPS.get(fact));
  }

  /** Whether a file of the device's folder tells a fact that has a name of its own. */
  static boolean isNamed(String file) {
    return OF_DEVICES.containsValue(file);
  }
}
