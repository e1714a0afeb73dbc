package org.iommuscope.imports.sysfs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.model.topology.PciAddress;

/**
 * Which functions carry a device that may stand on others: a file system's volume on partitions, a
 * bridge on its ports, a bond on its members.
 */
final class CarryingFunctions {

  /** {@code sda2} and {@code vdb1}, or {@code nvme0n1p2} and {@code mmcblk0p1}. */
  private static final String PARTITION = "(?<=[a-z])\\d+$|(?<=\\d)p\\d+$";

  private final ClassDevices devices;

  CarryingFunctions(ClassDevices devices) {
    this.devices = devices;
  }

  /** Each function with the name of the device that it carries itself. */
  SortedMap<PciAddress, String> of(String name) {
    SortedMap<PciAddress, String> found = new TreeMap<>(PciAddress::compareTo);
    search(name, found, new HashSet<>());
    return found;
  }

  private void search(String name, SortedMap<PciAddress, String> found, Set<String> seen) {
    if (!seen.add(name)) {
      return;
    }
    devices.carriersOf(name).forEach(function -> found.putIfAbsent(function, name));
    if (devices.carriersOf(name).isEmpty()) {
      below(name).forEach(lower -> search(lower, found, seen));
    }
  }

  /** The devices directly below: members, else the whole disk of a partition. */
  private List<String> below(String name) {
    List<String> members =
        devices.folderOf(name).map(CarryingFunctions::membersIn).orElse(List.of());
    if (!members.isEmpty()) {
      return members;
    }
    List<String> way = devices.wayTo(name);
    boolean isInDisk = way.size() > 1 && devices.names().contains(way.get(way.size() - 2));
    return List.of(isInDisk ? way.get(way.size() - 2) : name.replaceFirst(PARTITION, ""));
  }

  /**
   * The kernel names what is below in {@code slaves} of block devices, and in {@code lower_…} and
   * {@code brif} of network interfaces.
   */
  private static List<String> membersIn(Folder device) {
    for (String list : List.of("slaves", "brif")) {
      if (device.folder(list).isPresent()) {
        return device.folder(list).get().sortedNames();
      }
    }
    return device.sortedNames().stream()
        .filter(name -> name.startsWith("lower_"))
        .map(name -> name.substring("lower_".length()))
        .toList();
  }
}
