package org.iommuscope.app.layout;

import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.Isolation;
import org.iommuscope.app.graph.TopologyGraph;

/** What isolates an mdev, in two words. */
public record IsolationMark(Isolation kind, String text) {

  static IsolationMark of(TopologyGraph graph, DeviceNode mdev, Isolation kind) {
    String group = graph.backingOf(mdev).map(GroupNode::group).map(id -> "g" + id).orElse("group");
    return new IsolationMark(kind, text(kind, group));
  }

  private static String text(Isolation kind, String group) {
    return switch (kind) {
      case VENDOR -> "by vendor";
      case GROUP -> "by " + group;
      case AUXILIARY -> "aux of " + group;
      case UNTOLD -> "by ?";
    };
  }
}
