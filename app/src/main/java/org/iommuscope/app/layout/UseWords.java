package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.model.topology.HostUse;

/** Says in a few words what the running host does with a device. */
public final class UseWords {

  private static final int MOST = 2;

  private UseWords() {}

  /** All uses, the gravest first. */
  public static List<String> of(TopologyGraph graph, DeviceNode device) {
    return graph.host().uses().of(device.ref()).stream().map(HostUse::label).distinct().toList();
  }

  /** As many as a row has room for, and the number of the others. */
  public static List<String> shortened(List<String> uses) {
    if (uses.size() <= MOST) {
      return uses;
    }
    List<String> shown = new ArrayList<>(uses.subList(0, MOST));
    shown.add("+" + (uses.size() - MOST));
    return shown;
  }
}
