package org.iommuscope.model.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the facts of a host were read, and what stood there. */
public final class FactSources {

  private static final FactSources NONE = new FactSources(Map.of(), Map.of());

  private final Map<DeviceRef, CapturedFolder> devices;
  private final Map<GroupId, CapturedFolder> groups;

  public FactSources(Map<DeviceRef, CapturedFolder> devices, Map<GroupId, CapturedFolder> groups) {
    this.devices = Map.copyOf(devices);
    this.groups = Map.copyOf(groups);
  }

  /** Of a host that no folders tell of. */
  public static FactSources none() {
    return NONE;
  }

  public Optional<CapturedFolder> of(DeviceRef device) {
    return Optional.ofNullable(devices.get(device));
  }

  public Optional<CapturedFolder> of(GroupId group) {
    return Optional.ofNullable(groups.get(group));
  }

  /** These sources, and those of another capture for what these do not have. */
  public FactSources orElse(FactSources other) {
    Map<DeviceRef, CapturedFolder> allDevices = new HashMap<>(other.devices);
    allDevices.putAll(devices);
    Map<GroupId, CapturedFolder> allGroups = new HashMap<>(other.groups);
    allGroups.putAll(groups);
    return new FactSources(allDevices, allGroups);
  }
}
