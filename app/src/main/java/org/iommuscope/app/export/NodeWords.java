package org.iommuscope.app.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphEdge;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.GuestNode;
import org.iommuscope.app.graph.RootNode;
import org.iommuscope.model.topology.PciFunction;

/** What a graph file says of nodes and edges. */
final class NodeWords {

  private NodeWords() {}

  static String kind(GraphNode node) {
    return switch (node) {
      case RootNode root -> "root";
      case DeviceNode device -> device.device().bus().equals("mdev") ? "mdev" : "device";
      case FoldNode fold -> "fold";
      case GroupNode group -> "group";
      case GuestNode guest -> "guest";
    };
  }

  static String label(GraphNode node) {
    return switch (node) {
      case RootNode root -> root.name();
      case DeviceNode device -> device.ref().text();
      case FoldNode fold -> fold.first().ref().text() + " ×" + fold.twins().size();
      case GroupNode group -> "group " + group.group();
      case GuestNode guest -> "guest " + guest.name();
    };
  }

  static String kind(GraphEdge edge) {
    return switch (edge) {
      case GraphEdge.LeadsTo leads -> "leads-to";
      case GraphEdge.Contains contains -> "contains";
      case GraphEdge.BackedBy backed -> "backed-by";
      case GraphEdge.Gets gets -> "gets";
    };
  }

  /** The captured facts of a device that a graph file carries; absent ones are left out. */
  static Map<String, String> facts(GraphNode node) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (node instanceof DeviceNode device) {
      device.device().driver().known().ifPresent(driver -> facts.put("driver", driver));
      if (device.device() instanceof PciFunction function) {
        function.name().known().ifPresent(name -> facts.put("name", name));
      }
    }
    return facts;
  }
}
