package org.iommuscope.model.grouping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iommuscope.model.topology.PciAddress;

/** Groups as the walk forms them; they have members and no numbers. */
public final class Grouping {

  private final List<SortedSet<PciAddress>> groups = new ArrayList<>();
  private final Map<PciAddress, SortedSet<PciAddress>> groupOf = new HashMap<>();
  private final Map<PciAddress, List<Tie>> ties = new HashMap<>();

  Grouping() {}

  void found(PciAddress function) {
    SortedSet<PciAddress> group = new TreeSet<>(PciAddress::compareTo);
    groups.add(group);
    add(function, group, List.of());
  }

  /** The function joins the group of the last tie's end, which has one. */
  void join(PciAddress function, List<Tie> way) {
    add(function, requireNonNull(groupOf.get(way.getLast().to())), way);
  }

  private void add(PciAddress function, SortedSet<PciAddress> group, List<Tie> way) {
    group.add(function);
    groupOf.put(function, group);
    ties.put(function, List.copyOf(way));
  }

  boolean has(PciAddress function) {
    return groupOf.containsKey(function);
  }

  /** The members of a function's group, sorted; empty where it is in none. */
  public SortedSet<PciAddress> groupOf(PciAddress function) {
    SortedSet<PciAddress> group = groupOf.get(function);
    return group == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(group);
  }

  /** Every group, in the order in which they were founded. */
  public List<SortedSet<PciAddress>> groups() {
    return List.copyOf(groups);
  }

  /** The ties by which a function joined its group; none for its founder. */
  public List<Tie> tiesOf(PciAddress function) {
    return ties.getOrDefault(function, List.of());
  }
}
