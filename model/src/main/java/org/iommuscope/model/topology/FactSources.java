package org.iommuscope.model.topology;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the facts of a host were read, and what stood there. */
public final class FactSources {

  private static final FactSources NONE = new FactSources(Map.of(), Map.of(), BootLog.UNREAD);

  private final Map<DeviceRef, CapturedFolder> devices;
  private final Map<GroupId, CapturedFolder> groups;
  private final BootLog log;
  private final Reading<LocalDate> captured;

  public FactSources(
      Map<DeviceRef, CapturedFolder> devices, Map<GroupId, CapturedFolder> groups, BootLog log) {
    this(devices, groups, log, Reading.unread());
  }

  private FactSources(
      Map<DeviceRef, CapturedFolder> devices,
      Map<GroupId, CapturedFolder> groups,
      BootLog log,
      Reading<LocalDate> captured) {
    this.devices = Map.copyOf(devices);
    this.groups = Map.copyOf(groups);
    this.log = log;
    this.captured = captured;
  }

  /** Of a host that no folders tell of. */
  public static FactSources none() {
    return NONE;
  }

  /** The same sources, read on a day that is known. */
  public FactSources capturedOn(Reading<LocalDate> day) {
    return new FactSources(devices, groups, log, day);
  }

  /** The day on which the capture was taken. */
  public Reading<LocalDate> captured() {
    return captured;
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
    return new FactSources(
        allDevices,
        allGroups,
        log.equals(BootLog.UNREAD) ? other.log : log,
        captured.isUnread() ? other.captured : captured);
  }
}
