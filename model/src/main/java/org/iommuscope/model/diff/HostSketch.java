package org.iommuscope.model.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;

/**
 * What a plan keeps of the host that it was made for, so that it can tell later what has changed.
 *
 * @param fingerprint of every function's address, ids and place, and of the groups; drivers and
 *     group numbers are no part of it
 * @param captured the day on which the host was captured
 * @param devices those that the plan names, sorted
 */
public record HostSketch(
    String fingerprint, Optional<LocalDate> captured, List<HostSketch.Device> devices) {

  /**
   * A device as it was.
   *
   * @param ids {@code 8086:10d3}; empty of an mdev
   * @param slot the way from the host bridge, {@code pci0000:00/1c.4/0.0}
   * @param mates the other members of its group, sorted
   */
  public record Device(
      DeviceRef device,
      Optional<String> ids,
      Optional<String> slot,
      Optional<GroupId> group,
      List<DeviceRef> mates) {
    public Device {
      mates = List.copyOf(mates);
    }
  }

  public HostSketch {
    devices = List.copyOf(devices);
  }

  /** The sketch of a host for a plan. */
  public static HostSketch of(HostTopology host, AssignmentPlan plan) {
    SlotPaths paths = new SlotPaths(host);
    return new HostSketch(
        fingerprintOf(host),
        host.sources().captured().known(),
        named(plan).stream()
            .flatMap(ref -> host.device(ref).stream())
            .map(device -> sketch(host, device, paths))
            .toList());
  }

  /** The part that a plan names still. */
  public HostSketch of(AssignmentPlan plan) {
    TreeSet<DeviceRef> named = named(plan);
    return new HostSketch(
        fingerprint,
        captured,
        devices.stream().filter(device -> named.contains(device.device())).toList());
  }

  private static TreeSet<DeviceRef> named(AssignmentPlan plan) {
    TreeSet<DeviceRef> named = new TreeSet<>(plan.bindings().keySet());
    for (Guest guest : plan.guests()) {
      guest.devices().stream().map(GuestDevice::device).forEach(named::add);
    }
    for (PlanStep step : plan.steps()) {
      if (step.plain() instanceof PlanStep.Attach(var guest, DeviceRef device)) {
        named.add(device);
      }
    }
    return named;
  }

  private static Device sketch(HostTopology host, HostDevice device, SlotPaths paths) {
    Optional<IommuGroup> group = host.groupOf(device.ref());
    List<DeviceRef> mates = new ArrayList<>();
    group.map(IommuGroup::members).ifPresent(mates::addAll);
    mates.remove(device.ref());
    return new Device(
        device.ref(), idsOf(device), slotOf(device, paths), group.map(IommuGroup::id), mates);
  }

  static Optional<String> slotOf(HostDevice device, SlotPaths paths) {
    return device instanceof PciFunction function ? paths.of(function) : Optional.empty();
  }

  static Optional<String> idsOf(HostDevice device) {
    if (!(device instanceof PciFunction function)) {
      return Optional.empty();
    }
    PciIds ids = function.ids();
    return ids.vendor()
        .known()
        .flatMap(vendor -> ids.device().known().map(id -> "%04x:%04x".formatted(vendor, id)));
  }

  static String fingerprintOf(HostTopology host) {
    SlotPaths paths = new SlotPaths(host);
    StringBuilder text = new StringBuilder();
    for (HostDevice device : host.devices().values()) {
      if (device instanceof PciFunction) {
        text.append(device.ref().text())
            .append(' ')
            .append(idsOf(device).orElse(""))
            .append(' ')
            .append(slotOf(device, paths).orElse(""))
            .append('\n');
      }
    }
    host.groups().values().stream()
        .filter(group -> group.kind() == IommuGroup.Kind.PHYSICAL)
        .map(group -> group.members() + "\n")
        .sorted()
        .forEach(text::append);
    return "%016x".formatted(hash(text));
  }

  /** FNV-1a of 64 bits: nobody gains by a host that looks like another. */
  private static long hash(CharSequence text) {
    long hash = 0xcbf29ce484222325L;
    for (int at = 0; at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
    }
    return hash;
  }
}
