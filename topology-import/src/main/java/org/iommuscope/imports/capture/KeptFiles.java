package org.iommuscope.imports.capture;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that are ever opened, by name; of everything else only the existence is known.
 *
 * <p>Reading some files of a live sysfs has effects or takes long ({@code rom}, {@code resource0},
 * {@code vpd}), so what is not in this list is not read, from no capture.
 */
final class KeptFiles {

  /** An attribute of sysfs is one page of 4 KiB at most; regions of a group may take more. */
  private static final int LONGEST_ATTRIBUTE = 64 << 10;

  /** Room for a kernel log, for lspci's text of ten thousand functions and for pci.ids. */
  private static final int LONGEST_TEXT = 32 << 20;

  private static final Map<String, String> ATTRIBUTES =
      Stream.of(
              // sys/bus/pci/devices/*/
              "vendor",
              "device",
              "subsystem_vendor",
              "subsystem_device",
              "class",
              "revision",
              "config",
              "resource",
              "driver_override",
              "numa_node",
              "boot_vga",
              "reset_method",
              "sriov_totalvfs",
              "sriov_numvfs",
              "secondary_bus_number",
              // sys/bus/pci/slots/*/
              "address",
              // sys/kernel/iommu_groups/*/
              "type",
              "name",
              "reserved_regions",
              // …/mdev_supported_types/*/
              "available_instances",
              "device_api",
              // sys/class/iommu/*/intel-iommu/
              "ecap",
              // proc/
              "version",
              "cmdline")
          .collect(Collectors.toUnmodifiableMap(name -> name, name -> name));

  private KeptFiles() {}

  /**
   * The most bytes a file may have to be read, or 0 where it is never opened.
   *
   * @param folder the name of the folder it is in
   */
  static int limitOf(String folder, String name) {
    if (ATTRIBUTES.containsKey(name) || folder.equals("parameters")) {
      return LONGEST_ATTRIBUTE;
    }
    boolean isText =
        name.equals("dmesg.txt")
            || name.equals("pci.ids")
            || (name.startsWith("lspci") && name.endsWith(".txt"));
    return isText ? LONGEST_TEXT : 0;
  }

  /** The one instance of an attribute's name, so that thousands of folders share it. */
  static String shared(String name) {
    @Nullable String shared = ATTRIBUTES.get(name);
    return shared == null ? name : shared;
  }
}
