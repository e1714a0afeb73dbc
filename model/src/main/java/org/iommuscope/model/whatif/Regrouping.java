package org.iommuscope.model.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iommuscope.model.grouping.GroupPrediction;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/**
 * The groups of a host where the walk finds others than before. A part of a group that keeps the
 * group's first member keeps its number; every other new group takes the lowest that is free.
 */
final class Regrouping {

  private final HostTopology host;
  private final GroupPrediction before;
  private final GroupPrediction after;
  private final boolean mayPart;
  private final SortedSet<PciAddress> settled = RestartedHost.none();
  private final SortedSet<PciAddress> unsure = RestartedHost.none();

  private Regrouping(
      HostTopology host, GroupPrediction before, GroupPrediction after, boolean mayPart) {
    this.host = host;
    this.mayPart = mayPart;
    this.before = before;
    this.after = after;
  }

  /**
   * What differs between two walks.
   *
   * @param mayPart whether functions that the capture does not judge may isolate now
   */
  static Regrouping of(
      HostTopology host, GroupPrediction before, GroupPrediction after, boolean mayPart) {
    Regrouping regrouping = new Regrouping(host, before, after, mayPart);
    regrouping.sortOut();
    return regrouping;
  }

  /** The functions that are in another group than before, by the walk. */
  SortedSet<PciAddress> settled() {
    return settled;
  }

  /** The functions whose group may be another, which the capture does not tell. */
  SortedSet<PciAddress> unsure() {
    return unsure;
  }

  private void sortOut() {
    for (DeviceRef ref : host.devices().keySet()) {
      if (ref instanceof PciAddress function && isChanged(function)) {
        (isSure(function) ? settled : unsure).add(function);
      }
    }
    for (int left = -1; left != settled.size(); ) {
      left = settled.size();
      Set<PciAddress> doubtful = new LinkedHashSet<>();
      settled.stream().filter(this::touchesUnsure).forEach(doubtful::add);
      settled.removeAll(doubtful);
      unsure.addAll(doubtful);
    }
  }

  private boolean isChanged(PciAddress function) {
    return !before.finest().groupOf(function).equals(after.finest().groupOf(function))
        || !before.coarsest().groupOf(function).equals(after.coarsest().groupOf(function))
        || mayPart && mayFallApart(function);
  }

  /** A group that is as fine as it can be does not fall apart, whatever is not known of it. */
  private boolean mayFallApart(PciAddress function) {
    return !after.isCertain(function)
        && !functionsOf(captured(function)).equals(after.finest().groupOf(function));
  }

  /** The walk must know the new group, and must have explained the old one. */
  private boolean isSure(PciAddress function) {
    return after.isCertain(function)
        && before.finest().groupOf(function).equals(functionsOf(captured(function)));
  }

  private boolean touchesUnsure(PciAddress function) {
    return after.finest().groupOf(function).stream().anyMatch(unsure::contains)
        || before.finest().groupOf(function).stream().anyMatch(unsure::contains);
  }

  private Optional<IommuGroup> captured(PciAddress function) {
    return host.groupOf(function);
  }

  private static SortedSet<PciAddress> functionsOf(Optional<IommuGroup> group) {
    SortedSet<PciAddress> functions = RestartedHost.none();
    for (DeviceRef member : group.map(IommuGroup::members).orElseGet(LinkedHashSet::new)) {
      if (member instanceof PciAddress function) {
        functions.add(function);
      }
    }
    return functions;
  }

  /** The changed host with its groups numbered. */
  HostTopology applyTo(HostTopology changed) {
    if (settled.isEmpty()) {
      return changed;
    }
    Map<DeviceRef, GroupId> numbers = numbers();
    List<HostDevice> devices = new ArrayList<>();
    for (HostDevice device : changed.devices().values()) {
      GroupId number = numbers.get(device.ref());
      devices.add(
          device instanceof PciFunction function && number != null
              ? function.withGroup(Reading.of(number))
              : device);
    }
    return changed.withDevicesAndGroups(devices, groups(numbers));
  }

  private Map<DeviceRef, GroupId> numbers() {
    Map<DeviceRef, GroupId> numbers = new HashMap<>();
    Set<GroupId> taken = new LinkedHashSet<>(host.groups().keySet());
    List<SortedSet<PciAddress>> nameless = new ArrayList<>();
    Set<GroupId> kept = new LinkedHashSet<>();
    for (SortedSet<PciAddress> group : newGroups()) {
      Optional<GroupId> old = oldNumber(group).filter(kept::add);
      old.ifPresent(number -> group.forEach(member -> numbers.put(member, number)));
      if (old.isEmpty()) {
        nameless.add(group);
      }
    }
    taken.removeIf(number -> !kept.contains(number) && isEmptied(number));
    for (SortedSet<PciAddress> group : nameless) {
      GroupId number = lowestFree(taken);
      taken.add(number);
      group.forEach(member -> numbers.put(member, number));
    }
    return numbers;
  }

  private boolean isEmptied(GroupId number) {
    return host.group(number).map(IommuGroup::members).stream()
        .flatMap(Set::stream)
        .allMatch(settled::contains);
  }

  /** Sorted by their first members, each once. */
  private List<SortedSet<PciAddress>> newGroups() {
    Map<PciAddress, SortedSet<PciAddress>> byFirst = new LinkedHashMap<>();
    for (PciAddress function : settled) {
      SortedSet<PciAddress> group = after.finest().groupOf(function);
      byFirst.putIfAbsent(group.first(), group);
    }
    return List.copyOf(byFirst.values());
  }

  private Optional<GroupId> oldNumber(SortedSet<PciAddress> group) {
    return captured(group.first()).map(IommuGroup::id);
  }

  private static GroupId lowestFree(Set<GroupId> taken) {
    int number = 0;
    while (taken.contains(new GroupId(number))) {
      number++;
    }
    return new GroupId(number);
  }

  private List<IommuGroup> groups(Map<DeviceRef, GroupId> numbers) {
    Map<GroupId, TreeSet<DeviceRef>> members = new TreeMap<>();
    for (IommuGroup group : host.groups().values()) {
      for (DeviceRef member : group.members()) {
        GroupId number = numbers.getOrDefault(member, group.id());
        members.computeIfAbsent(number, none -> new TreeSet<>()).add(member);
      }
    }
    List<IommuGroup> groups = new ArrayList<>();
    members.forEach((id, all) -> groups.add(group(id, all)));
    return groups;
  }

  /** A new group is of the kind and the type that its first member's old group was. */
  private IommuGroup group(GroupId id, TreeSet<DeviceRef> members) {
    IommuGroup model = host.group(id).or(() -> host.groupOf(members.first())).orElseThrow();
    return new IommuGroup(
        id, model.kind(), model.type(), model.name(), members, model.reservedRegions());
  }
}
