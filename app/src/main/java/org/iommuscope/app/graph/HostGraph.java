package org.iommuscope.app.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;

/**
 * The part of a graph that no plan changes: the tree of the devices and the groups.
 *
 * @param roots the heads of the trees, as they are shown
 * @param devices in the order of listings
 * @param imagination what of the host is there only because a plan imagines it
 */
record HostGraph(
    HostTopology host,
    Graph<GraphNode, GraphEdge> graph,
    List<RootNode> roots,
    SequencedMap<DeviceRef, DeviceNode> devices,
    Map<GroupId, GroupNode> groups,
    boolean oneSegment,
    Imagination imagination) {

  HostGraph {
    graph = new AsUnmodifiableGraph<>(graph);
    roots = List.copyOf(roots);
    devices = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(devices));
    groups = Map.copyOf(groups);
  }

  static HostGraph of(HostTopology host) {
    return of(host, Imagination.NONE);
  }

  static HostGraph of(HostTopology host, Imagination imagination) {
    GraphAssembly assembly = new GraphAssembly(host);
    assembly.addTree();
    assembly.addGroups();
    return assembly.finish(imagination);
  }

  Optional<DeviceNode> device(DeviceRef ref) {
    return Optional.ofNullable(devices.get(ref));
  }

  Optional<GroupNode> group(GroupId id) {
    return Optional.ofNullable(groups.get(id));
  }
}
