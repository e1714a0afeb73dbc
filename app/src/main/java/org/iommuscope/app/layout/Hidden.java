package org.iommuscope.app.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.TopologyGraph;

/**
 * What a closed subtree hides below its row.
 *
 * @param groups the numbers of their groups, empty where they have none
 */
public record Hidden(List<DeviceNode> devices, String groups) {

  public static final Hidden NOTHING = new Hidden(List.of(), "");

  public Hidden {
    devices = List.copyOf(devices);
  }

  static Hidden below(TopologyGraph graph, GraphNode node) {
    Deque<GraphNode> open = new ArrayDeque<>(graph.below(node));
    List<DeviceNode> found = new ArrayList<>();
    while (!open.isEmpty()) {
      if (open.pop() instanceof DeviceNode device) {
        found.add(device);
        graph.below(device).forEach(open::push);
      }
    }
    return new Hidden(found, GroupMark.numbers(graph, found));
  }

  public boolean isNothing() {
    return devices.isEmpty();
  }

  /** What the row says of it: {@code +12 · g4–9}. */
  public String text() {
    return "+" + devices.size() + (groups.isEmpty() ? "" : " · " + groups);
  }
}
