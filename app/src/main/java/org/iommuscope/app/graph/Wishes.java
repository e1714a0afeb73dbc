package org.iommuscope.app.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iommuscope.model.topology.DeviceRef;

/**
 * The part of a graph that a plan makes: guests with what they get, and what stands behind mdevs.
 *
 * @param gifts by device, each in the plan's order
 * @param backings by mdev
 * @param leaving what the plan takes from the running host
 */
record Wishes(
    List<GuestNode> guests,
    Map<DeviceNode, List<GraphEdge.Gets>> gifts,
    Map<DeviceNode, GraphEdge.BackedBy> backings,
    Map<DeviceNode, Isolation> isolations,
    Set<DeviceRef> leaving) {

  Wishes {
    guests = List.copyOf(guests);
    Map<DeviceNode, List<GraphEdge.Gets>> copied = new HashMap<>();
    gifts.forEach((device, edges) -> copied.put(device, List.copyOf(edges)));
    gifts = Map.copyOf(copied);
    backings = Map.copyOf(backings);
    isolations = Map.copyOf(isolations);
    leaving = Set.copyOf(leaving);
  }

  /** Every edge, guest by guest. */
  List<GraphEdge> edges() {
    List<GraphEdge> edges = new ArrayList<>(givenTo());
    backings.values().stream()
        .sorted((one, two) -> one.from().ref().compareTo(two.from().ref()))
        .forEach(edges::add);
    return edges;
  }

  List<GraphEdge.Gets> givenTo() {
    return gifts.values().stream()
        .flatMap(List::stream)
        .sorted((one, two) -> {
          int byGuest = Integer.compare(guests.indexOf(one.from()), guests.indexOf(two.from()));
          return byGuest != 0 ? byGuest : one.to().ref().compareTo(two.to().ref());
        })
        .toList();
  }
}
