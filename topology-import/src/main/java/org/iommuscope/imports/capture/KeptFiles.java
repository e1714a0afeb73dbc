package org.iommuscope.imports.capture;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

  /**
   * What sos, Unraid's diagnostics and people name files: {@code lspci_-nnvv}, {@code
   * virsh_-r_nodedev-list_--tree}, {@code ls_-alZR_.sys.kernel}, {@code iommu_groups.txt}.
   */
  private static final Pattern SAVED_OUTPUT =
      Pattern.compile(
          "(?:.*[._-])?(?:lspci|dmesg|journalctl|iommu_groups|nodedev|mdevctl|driverctl|pvesh"
              + "|syslog)(?:[._-].*)?|ls_.*\\.sys\\.kernel.*");

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
              "sriov_offset",
              "sriov_stride",
              "sriov_vf_device",
              "secondary_bus_number",
              "current_link_speed",
              "current_link_width",
              "max_link_speed",
              "max_link_width",
              "power_state",
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
    return limitOf(folder, name, KeptFiles::isText);
  }

  /** The same with somebody who knows whether a name is one of saved output, as {@link #isText}. */
  static int limitOf(String folder, String name, Predicate<String> isText) {
    if (ATTRIBUTES.containsKey(name) || folder.equals("parameters")) {
      return LONGEST_ATTRIBUTE;
    }
    // the connectors of a graphics card: what the driver saw last, which it does not look up again
    if (name.equals("status") && folder.startsWith("card")) {
      return LONGEST_ATTRIBUTE;
    }
    return isProcTable(folder, name) || isText.test(name) ? LONGEST_TEXT : 0;
  }

  /** Whether a name is one under which people and support tools save what programs print. */
  static boolean isText(String name) {
    boolean isOurs =
        name.equals("dmesg.txt")
            || name.equals("pci.ids")
            || (name.startsWith("lspci") && name.endsWith(".txt"));
    return isOurs || SAVED_OUTPUT.matcher(name).matches();
  }

  /** On a live host {@code proc/mounts} is a link into the folder of this process. */
  private static boolean isProcTable(String folder, String name) {
    return switch (name) {
      case "mounts" -> folder.equals("proc") || folder.chars().allMatch(Character::isDigit);
      case "modules" -> folder.equals("proc");
      case "route" -> folder.equals("net");
      default -> false;
    };
  }

  /** The one instance of an attribute's name, so that thousands of folders share it. */
  static String shared(String name) {
    @Nullable String shared = ATTRIBUTES.get(name);
    return shared == null ? name : shared;
  }
}
