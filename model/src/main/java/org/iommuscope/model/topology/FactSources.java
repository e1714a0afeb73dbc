package org.iommuscope.model.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the facts of a host were read, and what stood there. */
public final class FactSources {

  private static final FactSources NONE = new FactSources(Map.of(), Map.of(), BootLog.UNREAD);

  private final Map<DeviceRef, CapturedFolder> devices;
  private final Map<GroupId, CapturedFolder> groups;
  private final BootLog log;

  public FactSources(
      Map<DeviceRef, CapturedFolder> devices, Map<GroupId, CapturedFolder> groups, BootLog log) {
    this.devices = Map.copyOf(devices);
    this.groups = Map.copyOf(groups);
    this.log = log;
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

  /** What the kernel's log says of how groups were formed. */
  public BootLog log() {
    return log;
  }

  /** These sources, and those of another capture for what these do not have. */
  public FactSources orElse(FactSources other) {
    Map<DeviceRef, CapturedFolder> allDevices = new HashMap<>(other.devices);
    allDevices.putAll(devices);
    Map<GroupId, CapturedFolder> allGroups = new HashMap<>(other.groups);
    allGroups.putAll(groups);
    return new FactSources(allDevices, allGroups, log.equals(BootLog.UNREAD) ? other.log : log);
  }
}
