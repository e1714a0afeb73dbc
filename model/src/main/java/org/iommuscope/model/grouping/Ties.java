package org.iommuscope.model.grouping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.model.topology.PciAddress;

/** The ties of one group as a tree, and the way between two of its functions. */
final class Ties {

  private final Map<PciAddress, List<Tie>> at = new HashMap<>();

  private Ties() {}

  static Ties of(Grouping grouping, PciAddress member) {
    Ties ties = new Ties();
    for (PciAddress function : grouping.groupOf(member)) {
      grouping.tiesOf(function).forEach(ties::add);
    }
    return ties;
  }

  private void add(Tie tie) {
    at.computeIfAbsent(tie.from(), none -> new ArrayList<>()).add(tie);
    at.computeIfAbsent(tie.to(), none -> new ArrayList<>()).add(tie);
  }

  /** The ties from one function to another; none where no way leads there. */
  List<Tie> between(PciAddress one, PciAddress other) {
    Map<PciAddress, Tie> cameBy = new HashMap<>();
    Deque<PciAddress> next = new ArrayDeque<>(List.of(one));
    while (!next.isEmpty() && !cameBy.containsKey(other)) {
      PciAddress here = next.remove();
      for (Tie tie : at.getOrDefault(here, List.of())) {
        PciAddress there = farEnd(tie, here);
        if (!there.equals(one) && cameBy.putIfAbsent(there, tie) == null) {
          next.add(there);
        }
      }
    }
    return wayBack(cameBy, one, other);
  }

  private static List<Tie> wayBack(Map<PciAddress, Tie> cameBy, PciAddress one, PciAddress other) {
    List<Tie> way = new ArrayList<>();
    PciAddress here = other;
    while (!here.equals(one) && cameBy.get(here) instanceof Tie tie) {
      way.add(tie);
      here = farEnd(tie, here);
    }
    Collections.reverse(way);
    return way;
  }

  private static PciAddress farEnd(Tie tie, PciAddress near) {
    return tie.from().equals(near) ? tie.to() : tie.from();
  }
}
