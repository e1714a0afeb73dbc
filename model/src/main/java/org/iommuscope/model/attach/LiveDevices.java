package org.iommuscope.model.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeSet;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The devices and groups of a host between two steps: the captured ones under a layer of changes.
 *
 * @param changed devices that are no longer as captured; empty means gone
 * @param regrouped groups whose members changed
 * @param noiommu groups that vfio made since for devices without IOMMU
 */
record LiveDevices(
    HostTopology host,
    PersistentMap<DeviceRef, Optional<LiveDevice>> changed,
    PersistentMap<GroupId, List<DeviceRef>> regrouped,
    PersistentMap<GroupId, GroupId> noiommu) {

  static LiveDevices of(HostTopology host) {
    return new LiveDevices(
        host, PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());
  }

  Optional<LiveDevice> device(DeviceRef ref) {
    @Nullable Optional<LiveDevice> known = changed.find(ref);
    return known != null ? known : host.device(ref).map(LiveDevice::of);
  }

  SequencedCollection<DeviceRef> members(GroupId group) {
    @Nullable List<DeviceRef> known = regrouped.find(group);
    if (known != null) {
      return known;
    }
    return host.group(group)
        .map(IommuGroup::members)
        .<SequencedCollection<DeviceRef>>map(m -> m)
        .orElse(List.of());
  }

  boolean hasGroup(GroupId group) {
    return !members(group).isEmpty();
  }

  LiveDevices with(LiveDevice device) {
    LiveDevices moved = regroup(device.ref(), group(device.ref()), device.group().known());
    return new LiveDevices(
        host, changed.with(device.ref(), Optional.of(device)), moved.regrouped, noiommu);
  }

  LiveDevices without(DeviceRef ref) {
    LiveDevices moved = regroup(ref, group(ref), Optional.empty());
    return new LiveDevices(host, changed.with(ref, Optional.empty()), moved.regrouped, noiommu);
  }

  LiveDevices withNoiommu(GroupId group) {
    return new LiveDevices(host, changed, regrouped, noiommu.with(group, group));
  }

  /** The lowest number that no group has, which is what the kernel's allocator hands out. */
  GroupId lowestFreeGroup() {
    int number = 0;
    while (hasGroup(new GroupId(number))) {
      number++;
    }
    return new GroupId(number);
  }

  /** The mdevs of a parent that exist now, sorted. */
  List<DeviceRef> mdevsOf(DeviceRef parent) {
    List<DeviceRef> children = new ArrayList<>();
    host.mdevsOf(parent).stream().map(HostDevice::ref).filter(this::exists).forEach(children::add);
    changed.forEach((ref, device) -> {
      if (!children.contains(ref)
          && device.filter(now -> now.parent().equals(Reading.of(parent))).isPresent()) {
        children.add(ref);
      }
    });
    return children.stream().sorted().toList();
  }

  List<DeviceRef> mdevs() {
    TreeSet<DeviceRef> known = new TreeSet<>(host.devices().keySet());
    changed.forEach((ref, device) -> known.add(ref));
    return known.stream()
        .filter(ref -> device(ref).filter(LiveDevice::isMdev).isPresent())
        .toList();
  }

  boolean exists(DeviceRef ref) {
    return device(ref).isPresent();
  }

  private Optional<GroupId> group(DeviceRef ref) {
    return device(ref).flatMap(device -> device.group().known());
  }

  private LiveDevices regroup(DeviceRef ref, Optional<GroupId> from, Optional<GroupId> to) {
    if (from.equals(to)) {
      return this;
    }
    PersistentMap<GroupId, List<DeviceRef>> moved = regrouped;
    if (from.isPresent()) {
      List<DeviceRef> left = new ArrayList<>(members(from.get()));
      left.remove(ref);
      moved = moved.with(from.get(), List.copyOf(left));
    }
    if (to.isPresent()) {
      List<DeviceRef> joined = new ArrayList<>(members(to.get()));
      joined.add(ref);
      moved = moved.with(to.get(), joined.stream().sorted().toList());
    }
    return new LiveDevices(host, changed, moved, noiommu);
  }
}
