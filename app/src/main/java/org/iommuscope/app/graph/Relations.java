package org.iommuscope.app.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What a device of the picture belongs to.
 *
 * @param path the way up to its root, the device first
 * @param mates the other members of its group, sorted, with the guests that the plan gives each to
 * @param backing the group that isolates an mdev, where it is not the mdev's own
 * @param siblings the other mdevs that the same group isolates, sorted
 */
public record Relations(
    DeviceNode device,
    List<GraphNode> path,
    Optional<GroupNode> group,
    SequencedMap<DeviceNode, List<GuestNode>> mates,
    Optional<GroupNode> backing,
    List<DeviceNode> siblings) {

  public static Relations of(TopologyGraph graph, DeviceNode device) {
    Optional<GroupNode> group = graph.groupOf(device);
    SequencedMap<DeviceNode, List<GuestNode>> mates = new LinkedHashMap<>();
    group.stream()
        .flatMap(shared -> graph.membersOf(shared).stream())
        .filter(mate -> !mate.equals(device))
        .forEach(mate -> mates.put(mate, ownersOf(graph, mate)));
    Optional<GroupNode> backing = graph.backingOf(device);
    List<DeviceNode> siblings =
        backing.stream()
            .flatMap(behind -> graph.backedBy(behind).stream())
            .filter(mdev -> !mdev.equals(device))
            .toList();
    return new Relations(device, graph.pathToRoot(device), group, mates, backing, siblings);
  }

  /**
   * The guests that really hold a group: by a member of it, or by an mdev that shares its domain.
   */
  public static SequencedSet<GuestNode> holdersOf(TopologyGraph graph, GroupNode group) {
    List<DeviceNode> users = new ArrayList<>(graph.membersOf(group));
    graph.backedBy(group).stream()
        .filter(mdev -> graph.isolationOf(mdev).filter(Isolation.GROUP::equals).isPresent())
        .forEach(users::add);
    SequencedSet<GuestNode> holders = new LinkedHashSet<>();
    for (DeviceNode user : users) {
      graph.guestsOf(user).stream()
          .filter(gets -> gets.answer() == Answer.YES)
          .forEach(gets -> holders.add(gets.from()));
    }
    return holders;
  }

  private static List<GuestNode> ownersOf(TopologyGraph graph, DeviceNode device) {
    return graph.guestsOf(device).stream().map(GraphEdge.Gets::from).toList();
  }
}
