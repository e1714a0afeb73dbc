package org.iommuscope.app.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciAddress;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedMultigraph;

/** A graph on its way: the devices' tree first, then the groups. */
final class GraphAssembly {

  private static final Comparator<RootNode> AS_SHOWN =
      Comparator.comparing(RootNode::kind)
          .thenComparing(root -> root.name().length())
          .thenComparing(RootNode::name);

  private final HostTopology host;
  private final Graph<GraphNode, GraphEdge> graph = new DirectedMultigraph<>(GraphEdge.class);
  private final SequencedMap<DeviceRef, DeviceNode> devices = new LinkedHashMap<>();
  private final Map<GroupId, GroupNode> groups = new HashMap<>();
  private final List<RootNode> roots = new ArrayList<>();

  GraphAssembly(HostTopology host) {
    this.host = host;
    for (HostDevice device : host.devices().values()) {
      DeviceNode node = new DeviceNode(device);
      devices.put(device.ref(), node);
      graph.addVertex(node);
    }
  }

  /** Hangs every device from the device above it or from a root. */
  void addTree() {
    Map<DeviceRef, GraphNode> above = new Placement(devices).above();
    TreeSet<RootNode> heads = new TreeSet<>(AS_SHOWN);
    above.values().stream()
        .filter(RootNode.class::isInstance)
        .map(RootNode.class::cast)
        .forEach(heads::add);
    roots.addAll(heads);
    roots.forEach(graph::addVertex);
    // The devices' own order, so that siblings come out sorted.
    for (DeviceNode node : devices.values()) {
      connect(new GraphEdge.LeadsTo(Objects.requireNonNull(above.get(node.ref())), node));
    }
  }

  /** Adds every group and its members, by the groups' lists and by the devices' own links. */
  void addGroups() {
    Map<GroupId, List<DeviceNode>> members = new LinkedHashMap<>();
    host.groups().keySet().forEach(id -> members.put(id, new ArrayList<>()));
    for (DeviceNode node : devices.values()) {
      node.device()
          .group()
          .known()
          .ifPresent(id -> members.computeIfAbsent(id, none -> new ArrayList<>()).add(node));
    }
    members.forEach(this::addGroup);
  }

  HostGraph finish(Imagination imagination) {
    boolean oneSegment =
        devices.keySet().stream()
            .allMatch(ref -> !(ref instanceof PciAddress address) || address.segment() == 0);
    return new HostGraph(host, graph, roots, devices, groups, oneSegment, imagination);
  }

  private void connect(GraphEdge edge) {
    graph.addEdge(edge.from(), edge.to(), edge);
  }

  private void addGroup(GroupId id, List<DeviceNode> members) {
    Optional<IommuGroup> listed = host.group(id);
    IommuGroup.Kind kind = listed.map(IommuGroup::kind).orElse(IommuGroup.Kind.PHYSICAL);
    int size = Math.max(members.size(), listed.map(group -> group.members().size()).orElse(0));
    GroupNode group = new GroupNode(id, kind, size);
    groups.put(id, group);
    graph.addVertex(group);
    members.forEach(member -> connect(new GraphEdge.Contains(group, member)));
  }
}
