package org.iommuscope.model.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.GroupId;

/**
 * The vfio group of an IOMMU group, as long as anybody uses it.
 *
 * @param file the one open file of its node
 * @param container number of the container that it was put into
 * @param iommufd number of the iommufd that stands in for a container, or that devices are bound to
 * @param devices open files of its devices that may use them
 * @param table the page table of that iommufd that its devices are attached to
 * @param attached those of its devices that are
 */
public record VfioGroup(
    GroupId id,
    Optional<Handle> file,
    Optional<Integer> container,
    Optional<Integer> iommufd,
    List<Handle> devices,
    Optional<Integer> table,
    List<Handle> attached) {

  public VfioGroup {
    devices = List.copyOf(devices);
    attached = List.copyOf(attached);
  }

  static VfioGroup opened(GroupId id, Handle file) {
    return idle(id).withFile(Optional.of(file));
  }

  /** The group before anybody uses it. */
  static VfioGroup idle(GroupId id) {
    return new VfioGroup(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /** Whether a guest has claimed the group's DMA. */
  public boolean isClaimed() {
    return container.isPresent() || (iommufd.isPresent() && !devices.isEmpty());
  }

  boolean isIdle() {
    return file.isEmpty() && container.isEmpty() && devices.isEmpty();
  }

  VfioGroup withFile(Optional<Handle> changed) {
    return new VfioGroup(id, changed, container, iommufd, devices, table, attached);
  }

  VfioGroup withContainer(Optional<Integer> changed) {
    return new VfioGroup(id, file, changed, iommufd, devices, table, attached);
  }

  VfioGroup withIommufd(Optional<Integer> changed) {
    return new VfioGroup(id, file, container, changed, devices, table, attached);
  }

  VfioGroup withDevice(Handle added) {
    return new VfioGroup(id, file, container, iommufd, grown(devices, added), table, attached);
  }

  VfioGroup withTable(int number, Handle device) {
    List<Handle> users = attached.contains(device) ? attached : grown(attached, device);
    return new VfioGroup(id, file, container, iommufd, devices, Optional.of(number), users);
  }

  /** The page table is left by the last device that was attached to it. */
  VfioGroup withoutDevice(Handle closed) {
    List<Handle> users = shrunk(attached, closed);
    return new VfioGroup(
        id,
        file,
        container,
        iommufd,
        shrunk(devices, closed),
        users.isEmpty() ? Optional.empty() : table,
        users);
  }

  private static List<Handle> grown(List<Handle> files, Handle added) {
    List<Handle> grown = new ArrayList<>(files);
    grown.add(added);
    return grown;
  }

  private static List<Handle> shrunk(List<Handle> files, Handle closed) {
    return files.stream().filter(open -> !open.equals(closed)).toList();
  }
}
