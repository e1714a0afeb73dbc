package org.iommuscope.model.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.Reading;

/** The groups of a capture by their members, told by the devices' own links and the groups'. */
final class GroupMembers {

  private final HostTopology host;
  private final Map<DeviceRef, GroupId> groups = new HashMap<>();
  private final SortedMap<GroupId, SortedSet<DeviceRef>> members = new TreeMap<>();

  GroupMembers(HostTopology host) {
    this.host = host;
    host.groups()
        .values()
        .forEach(group -> group.members().forEach(member -> put(member, group.id())));
    for (HostDevice device : host.devices().values()) {
      device.group().known().ifPresent(group -> put(device.ref(), group));
    }
    groups.forEach(
        (device, group) -> members.computeIfAbsent(group, none -> new TreeSet<>()).add(device));
  }

  private void put(DeviceRef device, GroupId group) {
    groups.put(device, group);
  }

  SortedMap<GroupId, SortedSet<DeviceRef>> all() {
    return members;
  }

  SortedSet<DeviceRef> of(GroupId group) {
    return members.getOrDefault(group, new TreeSet<>());
  }

  /** The group of a device; unread where the capture does not say. */
  Reading<GroupId> groupOf(DeviceRef device) {
    GroupId group = groups.get(device);
    return group != null
        ? Reading.of(group)
        : host.device(device).map(HostDevice::group).orElseGet(Reading::unread);
  }
}
