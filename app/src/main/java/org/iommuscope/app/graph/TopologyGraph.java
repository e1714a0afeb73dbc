package org.iommuscope.app.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.PlanVerdict;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;

/**
 * The devices, bridges, groups, mdevs, backing groups and guests of a host and a plan, and how they
 * belong together; immutable.
 */
public final class TopologyGraph {

  private final HostTopology host;
  private final Graph<GraphNode, GraphEdge> graph;
  private final List<RootNode> roots;
  private final Map<DeviceRef, DeviceNode> devices;
  private final Map<DeviceNode, Isolation> isolations;
  private final boolean oneSegment;
  private final AssignmentPlan plan;

  TopologyGraph(
      HostTopology host,
      Graph<GraphNode, GraphEdge> graph,
      List<RootNode> roots,
      Map<DeviceRef, DeviceNode> devices,
      Map<DeviceNode, Isolation> isolations,
      boolean oneSegment,
      AssignmentPlan plan) {
    this.host = host;
    this.graph = new AsUnmodifiableGraph<>(graph);
    this.roots = List.copyOf(roots);
    this.devices = Map.copyOf(devices);
    this.isolations = Map.copyOf(isolations);
    this.oneSegment = oneSegment;
    this.plan = plan;
  }

  /** The graph of a host that nobody has planned for. */
  public static TopologyGraph of(HostTopology host) {
    return of(host, AssignmentPlan.EMPTY, Optional.empty());
  }

  /** The graph of a host with the guests of a plan and, where it was judged, the answers. */
  public static TopologyGraph of(
      HostTopology host, AssignmentPlan plan, Optional<PlanVerdict> verdict) {
    GraphAssembly assembly = new GraphAssembly(host);
    assembly.addTree();
    assembly.addGroups();
    new PlanAssembly(assembly, plan, verdict).add();
    return assembly.finish(plan);
  }

  public HostTopology host() {
    return host;
  }

  /** The whole as a JGraphT graph, for traversals and exports; it cannot be changed. */
  public Graph<GraphNode, GraphEdge> graph() {
    return graph;
  }

  /** The heads of the trees: host bridges by number, then other buses by name. */
  public List<RootNode> roots() {
    return roots;
  }

  /** Whether every PCI function is on segment 0, so that addresses can go without. */
  public boolean hasOneSegment() {
    return oneSegment;
  }

  /** The driver, or its absence, that the plan wants for a device before the first step. */
  public Optional<Optional<String>> plannedDriver(DeviceRef device) {
    return Optional.ofNullable(plan.bindings().get(device));
  }

  /** Whether the plan leaves every driver as it is. */
  public boolean wantsNoDriver() {
    return plan.bindings().isEmpty();
  }

  public Optional<DeviceNode> device(DeviceRef ref) {
    return Optional.ofNullable(devices.get(ref));
  }

  /** The devices directly below a root or a device, in the order of listings. */
  public List<DeviceNode> below(GraphNode node) {
    List<DeviceNode> children = new ArrayList<>();
    for (GraphEdge edge : graph.outgoingEdgesOf(node)) {
      if (edge instanceof GraphEdge.LeadsTo(GraphNode from, DeviceNode to)) {
        children.add(to);
      }
    }
    return children;
  }

  /** What a device hangs from: a root or another device. */
  public GraphNode above(DeviceNode node) {
    for (GraphEdge edge : graph.incomingEdgesOf(node)) {
      if (edge instanceof GraphEdge.LeadsTo(GraphNode from, DeviceNode to)) {
        return from;
      }
    }
    throw new IllegalStateException(node + " hangs from nothing");
  }

  /** The way from a device up to its root, the device first. */
  public List<GraphNode> pathToRoot(DeviceNode node) {
    List<GraphNode> path = new ArrayList<>();
    GraphNode at = node;
    path.add(at);
    while (at instanceof DeviceNode device) {
      at = above(device);
      path.add(at);
    }
    return path;
  }

  public Optional<GroupNode> groupOf(DeviceNode node) {
    for (GraphEdge edge : graph.incomingEdgesOf(node)) {
      if (edge instanceof GraphEdge.Contains(GroupNode group, DeviceNode to)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  /** The devices of a group, sorted. */
  public List<DeviceNode> membersOf(GroupNode group) {
    return graph.outgoingEdgesOf(group).stream()
        .map(edge -> (DeviceNode) edge.to())
        .sorted(Comparator.comparing(DeviceNode::ref))
        .toList();
  }

  /** The group that isolates an mdev, where that is known and not the mdev's own. */
  public Optional<GroupNode> backingOf(DeviceNode mdev) {
    for (GraphEdge edge : graph.outgoingEdgesOf(mdev)) {
      if (edge instanceof GraphEdge.BackedBy(DeviceNode from, GroupNode group, var isolation)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  /** What isolates an mdev; empty for other devices, whose group does. */
  public Optional<Isolation> isolationOf(DeviceNode mdev) {
    return Optional.ofNullable(isolations.get(mdev));
  }

  /** The mdevs that a group isolates beside its own members, sorted. */
  public List<DeviceNode> backedBy(GroupNode group) {
    List<DeviceNode> mdevs = new ArrayList<>();
    for (GraphEdge edge : graph.incomingEdgesOf(group)) {
      if (edge instanceof GraphEdge.BackedBy backed) {
        mdevs.add(backed.from());
      }
    }
    mdevs.sort(Comparator.comparing(DeviceNode::ref));
    return mdevs;
  }

  /** The guests that the plan gives a device to, in the plan's order. */
  public List<GraphEdge.Gets> guestsOf(DeviceNode node) {
    List<GraphEdge.Gets> guests = new ArrayList<>();
    for (GraphEdge edge : graph.incomingEdgesOf(node)) {
      if (edge instanceof GraphEdge.Gets gets) {
        guests.add(gets);
      }
    }
    return guests;
  }

  /** Everything that the plan gives to a guest. */
  public List<GraphEdge.Gets> gifts() {
    List<GraphEdge.Gets> gifts = new ArrayList<>();
    for (GraphEdge edge : graph.edgeSet()) {
      if (edge instanceof GraphEdge.Gets gets) {
        gifts.add(gets);
      }
    }
    return gifts;
  }
}
