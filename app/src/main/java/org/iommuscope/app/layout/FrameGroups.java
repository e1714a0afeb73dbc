package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.GuestNode;
import org.iommuscope.app.graph.RootNode;
import org.iommuscope.app.graph.TopologyGraph;

/**
 * Frames the rows of each shared group, and finds the groups that back mdevs.
 *
 * <p>Postcondition: a row of a shared group is in one frame, any other row in none.
 */
final class FrameGroups implements LayoutPhase {

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    List<Frame> frames = frames(draft.rows());
    return draft.withFrames(frames, backings(draft.graph(), draft.rows()));
  }

  private static List<Frame> frames(List<Row> rows) {
    List<Frame> frames = new ArrayList<>();
    Map<GroupNode, Integer> ordinals = new HashMap<>();
    int at = 0;
    while (at < rows.size()) {
      Optional<GroupNode> group = sharedGroup(rows.get(at));
      int end = at + 1;
      while (group.isPresent() && end < rows.size() && sharedGroup(rows.get(end)).equals(group)) {
        end++;
      }
      if (group.isPresent()) {
        int ordinal = ordinals.computeIfAbsent(group.get(), none -> ordinals.size());
        frames.add(new Frame(group.get(), ordinal, at, end));
      }
      at = end;
    }
    return frames;
  }

  private static Optional<GroupNode> sharedGroup(Row row) {
    return row instanceof Row.Entry entry
        ? entry.text().group().group().filter(GroupNode::isShared)
        : Optional.empty();
  }

  private static List<Tie> backings(TopologyGraph graph, List<Row> rows) {
    Map<GroupNode, List<Integer>> starts = new LinkedHashMap<>();
    Map<GraphNode, Integer> rowOf = new HashMap<>();
    for (int at = 0; at < rows.size(); at++) {
      int row = at;
      for (DeviceNode device : devices(rows.get(at))) {
        rowOf.put(device, at);
        graph
            .backingOf(device)
            .map(group -> starts.computeIfAbsent(group, none -> new ArrayList<>()))
            .filter(list -> list.isEmpty() || list.getLast() != row)
            .ifPresent(list -> list.add(row));
      }
    }
    List<Tie> ties = new ArrayList<>();
    starts.forEach((group, from) ->
        target(graph, group, rowOf, rows.get(from.getFirst()))
            .ifPresent(to -> ties.add(new Tie(Route.Kind.BACKING, group, -1, from, to, 0, 0))));
    return ties;
  }

  /** The row that a backing line leads to: that of the mdev's parent, else the group's first. */
  private static Optional<Integer> target(
      TopologyGraph graph, GroupNode group, Map<GraphNode, Integer> rowOf, Row mdev) {
    List<DeviceNode> members = graph.membersOf(group);
    GraphNode parent = graph.above(devices(mdev).getFirst());
    Optional<DeviceNode> chosen =
        members.stream().filter(parent::equals).findAny().or(() -> members.stream().findFirst());
    return chosen.flatMap(device -> Optional.ofNullable(rowOf.get(device)));
  }

  private static List<DeviceNode> devices(Row row) {
    return switch (row.node()) {
      case DeviceNode device -> List.of(device);
      case FoldNode fold -> fold.twins();
      case RootNode root -> List.of();
      case GroupNode group -> List.of();
      case GuestNode guest -> List.of();
    };
  }
}
