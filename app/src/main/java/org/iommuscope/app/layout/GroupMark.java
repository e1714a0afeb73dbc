package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.model.topology.IommuGroup;

/**
 * The group badge of a row.
 *
 * @param group the group, where it is one; twins that are each alone have many
 */
public record GroupMark(Kind kind, String text, Optional<GroupNode> group) {

  /** What the badge has to say besides the number. */
  public enum Kind {
    /** The group has other members. */
    SHARED,
    ALONE,
    /** A group without an IOMMU behind it. */
    NOIOMMU,
    NONE,
    UNREAD
  }

  static GroupMark of(TopologyGraph graph, DeviceNode node) {
    return graph
        .groupOf(node)
        .map(group -> new GroupMark(kindOf(group), "g" + group.group(), Optional.of(group)))
        .orElseGet(() -> without(node));
  }

  /** One mark for twins that share a group or are each alone in one. */
  static GroupMark of(TopologyGraph graph, List<DeviceNode> twins) {
    GroupMark first = of(graph, twins.getFirst());
    if (first.kind == Kind.SHARED || first.group.isEmpty()) {
      return first;
    }
    return new GroupMark(first.kind, numbers(graph, twins), Optional.empty());
  }

  /** The numbers of the devices' groups as {@code g4–9}; empty where they have none. */
  static String numbers(TopologyGraph graph, List<DeviceNode> devices) {
    List<Integer> numbers =
        devices.stream()
            .flatMap(device -> graph.groupOf(device).stream())
            .map(group -> group.group().number())
            .distinct()
            .sorted()
            .toList();
    return numbers.isEmpty() ? "" : "g" + ranges(numbers);
  }

  private static Kind kindOf(GroupNode group) {
    if (group.kind() == IommuGroup.Kind.NOIOMMU) {
      return Kind.NOIOMMU;
    }
    return group.isShared() ? Kind.SHARED : Kind.ALONE;
  }

  private static GroupMark without(DeviceNode node) {
    return node.device().group().isUnread()
        ? new GroupMark(Kind.UNREAD, "group ?", Optional.empty())
        : new GroupMark(Kind.NONE, "no group", Optional.empty());
  }

  private static String ranges(List<Integer> numbers) {
    List<int[]> runs = new ArrayList<>();
    for (int number : numbers) {
      if (!runs.isEmpty() && runs.getLast()[1] == number - 1) {
        runs.getLast()[1] = number;
      } else {
        runs.add(new int[] {number, number});
      }
    }
    String shown =
        runs.stream()
            .limit(2)
            .map(run -> run[0] == run[1] ? "" + run[0] : run[0] + "–" + run[1])
            .collect(Collectors.joining(", "));
    return runs.size() > 2 ? shown + "…" : shown;
  }
}
