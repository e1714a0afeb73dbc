package org.iommuscope.imports.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/** All claims about one host while its sources are read; it is born and dies inside one import. */
public final class Evidence {

  private final ImportNotes notes;
  private final SortedMap<DeviceRef, Claims> devices = new TreeMap<>();
  private final SortedMap<GroupId, Claims> groups = new TreeMap<>();
  private final SortedMap<String, String> parameters = new TreeMap<>();
  private final Map<DeviceRef, String> folders = new HashMap<>();
  private final Set<Integer> rootBuses = new HashSet<>();
  private final Claims host;

  public Evidence(ImportNotes notes) {
    this.notes = notes;
    this.host = new Claims("the host", notes);
  }

  /** The claims about a device, which exists from now on. */
  public Claims device(DeviceRef device) {
    return devices.computeIfAbsent(device, ref -> new Claims(ref.text(), notes));
  }

  /** Claims that a device is a member of a group, which exists from now on whatever counts. */
  public Claims member(DeviceRef device, GroupId group, Place place) {
    group(group);
    return device(device).say(Fact.GROUP, group, place);
  }

  /** Says that a bus belongs to a host bridge, so that no bridge is above it. */
  public void rootBus(int segment, int bus) {
    rootBuses.add(segment << 8 | bus);
  }

  boolean isRootBus(int segment, int bus) {
    return bus == 0 || rootBuses.contains(segment << 8 | bus);
  }

  /** The claims about a group, which exists from now on; devices join by {@link #member}. */
  public Claims group(GroupId group) {
    return groups.computeIfAbsent(group, id -> new Claims("group " + id, notes));
  }

  /** The claims about the host and its kernel. */
  public Claims host() {
    return host;
  }

  /** Keeps the first value of a module parameter, {@code vfio_pci.enable_sriov}. */
  public void parameter(String name, String value) {
    parameters.putIfAbsent(name, value);
  }

  /** Keeps a device's folder inside the capture. */
  public void folder(DeviceRef device, String path) {
    folders.putIfAbsent(device, path);
  }

  /** What is claimed of a device that some source names. */
  public Optional<Claims> known(DeviceRef device) {
    return Optional.ofNullable(devices.get(device));
  }

  /** Whether any group is known. */
  public boolean hasGroups() {
    return !groups.isEmpty();
  }

  /** Says that the host has no groups, and so none of its devices is in one. */
  public void denyGroups(Place place) {
    devices.values().forEach(claims -> claims.deny(Fact.GROUP, place));
  }

  /** Whether any source told anything. */
  public boolean isEmpty() {
    return devices.isEmpty() && groups.isEmpty() && host.places().isEmpty();
  }

  SortedMap<DeviceRef, Claims> devices() {
    return devices;
  }

  SortedMap<GroupId, Claims> groups() {
    return groups;
  }

  SortedMap<String, String> parameters() {
    return parameters;
  }

  public ImportNotes notes() {
    return notes;
  }

  public Map<DeviceRef, String> folders() {
    return Map.copyOf(folders);
  }

  /** The place of each claimed fact of each device. */
  public Map<DeviceRef, Map<Fact<?>, Place>> places() {
    Map<DeviceRef, Map<Fact<?>, Place>> places = new HashMap<>();
    devices.forEach((device, claims) -> places.put(device, claims.places()));
    return places;
  }
}
