package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.Isolation;
import org.iommuscope.app.graph.TopologyGraph;

/**
 * Frames the rows of each shared group, and finds the groups that back mdevs.
 *
 * <p>Postcondition: a row of a shared group is in one frame, any other row in none.
 */
final class FrameGroups implements LayoutPhase {

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    Map<GroupNode, Integer> ordinals = new HashMap<>();
    // A group keeps its colour when other rows are hidden.
    draft.frames().forEach(frame -> ordinals.put(frame.group(), frame.ordinal()));
    List<Frame> frames = frames(draft.rows(), ordinals);
    return draft.withFrames(frames, backings(draft.graph(), draft.rows()));
  }

  private static List<Frame> frames(List<Row> rows, Map<GroupNode, Integer> ordinals) {
    List<Frame> frames = new ArrayList<>();
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

  /** Rows whose mdevs one group isolates in one way, and whose lines lead to one row. */
  private record Bundle(GroupNode group, Route.Kind kind, int target) {}

  private static List<Tie> backings(TopologyGraph graph, List<Row> rows) {
    Map<GraphNode, Integer> rowOf = new HashMap<>();
    for (int at = 0; at < rows.size(); at++) {
      int row = at;
      rows.get(at).devices().forEach(device -> rowOf.put(device, row));
    }
    Map<Bundle, List<Integer>> starts = new LinkedHashMap<>();
    for (int at = 0; at < rows.size(); at++) {
      int row = at;
      rows.get(at).devices().stream()
          .flatMap(device -> bundle(graph, rowOf, device).stream())
          .distinct()
          .forEach(bundle -> starts.computeIfAbsent(bundle, none -> new ArrayList<>()).add(row));
    }
    List<Tie> ties = new ArrayList<>();
    starts.forEach((bundle, from) ->
        ties.add(new Tie(bundle.kind(), bundle.group(), -1, from, bundle.target(), 0, 0)));
    return ties;
  }

  private static Optional<Bundle> bundle(
      TopologyGraph graph, Map<GraphNode, Integer> rowOf, DeviceNode mdev) {
    Route.Kind kind =
        graph.isolationOf(mdev).filter(Isolation.AUXILIARY::equals).isPresent()
            ? Route.Kind.AUXILIARY
            : Route.Kind.BACKING;
    return graph
        .backingOf(mdev)
        .flatMap(group ->
            target(graph, group, rowOf, mdev).map(target -> new Bundle(group, kind, target)))
        .filter(bundle -> !Objects.equals(rowOf.get(mdev), bundle.target()));
  }

  /** The row that a backing line leads to: that of the mdev's parent, else the group's first. */
  private static Optional<Integer> target(
      TopologyGraph graph, GroupNode group, Map<GraphNode, Integer> rowOf, DeviceNode mdev) {
    List<DeviceNode> members = graph.membersOf(group);
    GraphNode parent = graph.above(mdev);
    Optional<DeviceNode> chosen =
        members.stream().filter(parent::equals).findAny().or(() -> members.stream().findFirst());
    return chosen.flatMap(device -> Optional.ofNullable(rowOf.get(device)));
  }
}
