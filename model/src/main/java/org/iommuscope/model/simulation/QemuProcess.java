package org.iommuscope.model.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.PersistentMap;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/**
 * What a running QEMU knows of its vfio devices.
 *
 * @param groups the groups that it has open
 * @param containers its containers, by address space
 * @param iommufds its iommufds, by the names of QEMU's objects
 * @param spaces its address spaces in iommufds
 * @param devices the devices that it has attached
 * @param nextFile numbers its files
 */
public record QemuProcess(
    Guest guest,
    PersistentMap<GroupId, HeldGroup> groups,
    PersistentMap<String, List<Handle>> containers,
    PersistentMap<String, Handle> iommufds,
    PersistentMap<SpaceKey, IoSpace> spaces,
    PersistentMap<DeviceRef, HeldDevice> devices,
    int nextFile) {

  /** A group that this QEMU has open, in the one address space that it is in. */
  public record HeldGroup(
      GroupId id, Handle file, String space, Handle container, List<DeviceRef> devices) {

    public HeldGroup {
      devices = List.copyOf(devices);
    }
  }

  /** An address space of the guest, in one of QEMU's iommufds. */
  public record SpaceKey(String space, String iommufd) {}

  /** The numbers of an address space and of its page tables in their iommufd. */
  public record IoSpace(int ioas, List<Integer> tables) {
    public IoSpace {
      tables = List.copyOf(tables);
    }
  }

  /**
   * A device that this QEMU has attached, since a step of the simulation.
   *
   * @param io where it is attached through an iommufd
   */
  public record HeldDevice(
      DeviceRef device, Handle file, GroupId group, Optional<SpaceKey> io, int since) {}

  /** A QEMU that has just started and has no device yet. */
  public static QemuProcess of(Guest guest) {
    return new QemuProcess(
        guest,
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        0);
  }

  Handle file(String kind) {
    return new Handle(guest.name(), kind + nextFile);
  }

  Optional<HeldGroup> group(GroupId id) {
    return groups.get(id);
  }

  List<Handle> containersIn(String space) {
    return containers.get(space).orElse(List.of());
  }

  /** The attached devices in the order in which they were. */
  List<HeldDevice> attached() {
    return devices.values().stream()
        .sorted(Comparator.comparingInt(HeldDevice::since).thenComparing(HeldDevice::device))
        .toList();
  }

  QemuProcess counted() {
    return new QemuProcess(guest, groups, containers, iommufds, spaces, devices, nextFile + 1);
  }

  QemuProcess with(HeldGroup group) {
    return new QemuProcess(
        guest, groups.with(group.id(), group), containers, iommufds, spaces, devices, nextFile);
  }

  QemuProcess withoutGroup(GroupId id) {
    return new QemuProcess(
        guest, groups.without(id), containers, iommufds, spaces, devices, nextFile);
  }

  QemuProcess withContainers(String space, List<Handle> files) {
    PersistentMap<String, List<Handle>> changed =
        files.isEmpty() ? containers.without(space) : containers.with(space, List.copyOf(files));
    return new QemuProcess(guest, groups, changed, iommufds, spaces, devices, nextFile);
  }

  QemuProcess with(HeldDevice device) {
    return new QemuProcess(
        guest,
        groups,
        containers,
        iommufds,
        spaces,
        devices.with(device.device(), device),
        nextFile);
  }

  QemuProcess withoutDevice(DeviceRef device) {
    return new QemuProcess(
        guest, groups, containers, iommufds, spaces, devices.without(device), nextFile);
  }

  QemuProcess withIommufd(String id, Handle file) {
    return new QemuProcess(
        guest, groups, containers, iommufds.with(id, file), spaces, devices, nextFile);
  }

  QemuProcess withoutIommufd(String id) {
    return new QemuProcess(
        guest, groups, containers, iommufds.without(id), spaces, devices, nextFile);
  }

  QemuProcess with(SpaceKey key, IoSpace space) {
    return new QemuProcess(
        guest, groups, containers, iommufds, spaces.with(key, space), devices, nextFile);
  }

  QemuProcess withoutSpace(SpaceKey key) {
    return new QemuProcess(
        guest, groups, containers, iommufds, spaces.without(key), devices, nextFile);
  }
}
