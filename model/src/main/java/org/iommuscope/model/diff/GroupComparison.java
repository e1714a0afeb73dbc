package org.iommuscope.model.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iommuscope.model.diff.GroupChange.Kind;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.Reading;

/** Groups are compared with those that share a device with them; a number means nothing. */
final class GroupComparison {

  private final GroupMembers before;
  private final GroupMembers after;
  private final Matching matching;
  private final Map<GroupId, SortedSet<GroupId>> successors = new HashMap<>();
  private final Map<GroupId, SortedSet<GroupId>> predecessors = new HashMap<>();

  GroupComparison(HostTopology before, HostTopology after, Matching matching) {
    this.before = new GroupMembers(before);
    this.after = new GroupMembers(after);
    this.matching = matching;
  }

  /** The changes, sorted by the first number that the groups had, or that new ones have. */
  List<GroupChange> changes() {
    matching.all().forEach((was, match) -> connect(was, match.after()));
    List<GroupChange> changes = new ArrayList<>();
    GroupFamily.of(successors, predecessors)
        .forEach(family -> change(family).ifPresent(changes::add));
    for (GroupId old : before.all().keySet()) {
      if (!successors.containsKey(old) && before.of(old).stream().allMatch(this::isKnownNow)) {
        changes.add(change(Kind.REMOVED, List.of(old), List.of(), before.of(old)));
      }
    }
    for (GroupId fresh : after.all().keySet()) {
      if (!predecessors.containsKey(fresh) && after.of(fresh).stream().allMatch(this::wasKnown)) {
        changes.add(change(Kind.ADDED, List.of(), List.of(fresh), after.of(fresh)));
      }
    }
    changes.sort(Comparator.comparing(GroupComparison::first));
    return changes;
  }

  private void connect(DeviceRef was, DeviceRef is) {
    if (before.groupOf(was) instanceof Reading.Present<GroupId>(GroupId old)
        && after.groupOf(is) instanceof Reading.Present<GroupId>(GroupId fresh)) {
      successors.computeIfAbsent(old, none -> new TreeSet<>()).add(fresh);
      predecessors.computeIfAbsent(fresh, none -> new TreeSet<>()).add(old);
    }
  }

  private Optional<GroupChange> change(GroupFamily family) {
    boolean wasOne = family.before().size() == 1;
    boolean isOne = family.after().size() == 1;
    SortedSet<DeviceRef> strays = wasOne && isOne ? strays(family) : changedSides(family);
    if (wasOne != isOne) {
      return Optional.of(change(wasOne ? Kind.SPLIT : Kind.MERGED, family, members(family)));
    }
    if (!strays.isEmpty()) {
      return Optional.of(change(Kind.CHANGED, family, strays));
    }
    return family.before().equals(family.after())
        ? Optional.empty()
        : Optional.of(change(Kind.RENUMBERED, family, members(family)));
  }

  /** All devices that the groups of a family have now. */
  private SortedSet<DeviceRef> members(GroupFamily family) {
    SortedSet<DeviceRef> members = new TreeSet<>();
    family.after().forEach(group -> members.addAll(after.of(group)));
    return members;
  }

  /** The devices that came into the one group of a family, or left it. */
  private SortedSet<DeviceRef> strays(GroupFamily family) {
    SortedSet<DeviceRef> strays = new TreeSet<>();
    for (DeviceRef was : before.of(family.before().getFirst())) {
      if (matching.after(was).map(after::groupOf).filter(Reading::isUnread).isEmpty()
          && !isIn(family.after(), matching.after(was).map(after::groupOf))) {
        strays.add(matching.after(was).orElse(was));
      }
    }
    for (DeviceRef is : after.of(family.after().getFirst())) {
      if (matching.before(is).map(before::groupOf).filter(Reading::isUnread).isEmpty()
          && !isIn(family.before(), matching.before(is).map(before::groupOf))) {
        strays.add(is);
      }
    }
    return strays;
  }

  /** Of several groups that became several, the devices that went another way than most. */
  private SortedSet<DeviceRef> changedSides(GroupFamily family) {
    SortedSet<DeviceRef> strays = new TreeSet<>();
    for (GroupId old : family.before()) {
      Map<GroupId, List<DeviceRef>> ways = new HashMap<>();
      for (DeviceRef was : before.of(old)) {
        matching
            .after(was)
            .ifPresent(is ->
                after
                    .groupOf(is)
                    .known()
                    .ifPresent(
                        fresh -> ways.computeIfAbsent(fresh, none -> new ArrayList<>()).add(is)));
      }
      ways.values().stream()
          .sorted(
              Comparator.comparing((List<DeviceRef> way) -> -way.size())
                  .thenComparing(List::getFirst))
          .skip(1)
          .forEach(strays::addAll);
    }
    return strays;
  }

  private static boolean isIn(SortedSet<GroupId> groups, Optional<Reading<GroupId>> group) {
    return group.flatMap(Reading::known).filter(groups::contains).isPresent();
  }

  /** Whether the second capture tells where the device went, if only that it is gone. */
  private boolean isKnownNow(DeviceRef was) {
    return matching.after(was).map(after::groupOf).filter(Reading::isUnread).isEmpty();
  }

  private boolean wasKnown(DeviceRef is) {
    return matching.before(is).map(before::groupOf).filter(Reading::isUnread).isEmpty();
  }

  private static GroupId first(GroupChange change) {
    return change.before().isEmpty() ? change.after().getFirst() : change.before().getFirst();
  }

  private static GroupChange change(Kind kind, GroupFamily family, Collection<DeviceRef> devices) {
    return change(kind, family.before(), family.after(), devices);
  }

  private static GroupChange change(
      Kind kind,
      Collection<GroupId> before,
      Collection<GroupId> after,
      Collection<DeviceRef> devices) {
    return new GroupChange(kind, List.copyOf(before), List.copyOf(after), List.copyOf(devices));
  }
}
