package org.iommuscope.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iommuscope.model.topology.GroupId;

/** Groups of both captures that hang together by the devices that they share. */
record GroupFamily(SortedSet<GroupId> before, SortedSet<GroupId> after) {

  /**
   * Every family of more than one member, sorted.
   *
   * @param successors for each group of the first capture those that have its devices now
   * @param predecessors the same, seen from the second capture
   */
  static List<GroupFamily> of(
      Map<GroupId, SortedSet<GroupId>> successors, Map<GroupId, SortedSet<GroupId>> predecessors) {
    List<GroupFamily> families = new ArrayList<>();
    SortedSet<GroupId> left = new TreeSet<>(successors.keySet());
    while (!left.isEmpty()) {
      GroupFamily family = around(left.getFirst(), successors, predecessors);
      left.removeAll(family.before);
      families.add(family);
    }
    return families;
  }

  private static GroupFamily around(
      GroupId first,
      Map<GroupId, SortedSet<GroupId>> successors,
      Map<GroupId, SortedSet<GroupId>> predecessors) {
    SortedSet<GroupId> before = new TreeSet<>(List.of(first));
    SortedSet<GroupId> after = new TreeSet<>();
    boolean grows = true;
    while (grows) {
      grows = addAll(after, before, successors);
      grows |= addAll(before, after, predecessors);
    }
    return new GroupFamily(before, after);
  }

  private static boolean addAll(
      SortedSet<GroupId> to, SortedSet<GroupId> from, Map<GroupId, SortedSet<GroupId>> relatives) {
    boolean grows = false;
    for (GroupId group : List.copyOf(from)) {
      grows |= to.addAll(relatives.getOrDefault(group, new TreeSet<>()));
    }
    return grows;
  }
}
