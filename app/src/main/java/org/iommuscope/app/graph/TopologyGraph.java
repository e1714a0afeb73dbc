package org.iommuscope.app.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.ImaginedHost;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.PlanVerdict;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.graph.DirectedMultigraph;

/**
 * The devices, bridges, groups, mdevs, backing groups and guests of a host and a plan, and how they
 * belong together; immutable.
 */
public final class TopologyGraph {

  private final HostGraph base;
  private final AssignmentPlan plan;
  private final Wishes wishes;

  private TopologyGraph(HostGraph base, AssignmentPlan plan, Wishes wishes) {
    this.base = base;
    this.plan = plan;
    this.wishes = wishes;
  }

  /** The graph of a host that nobody has planned for. */
  public static TopologyGraph of(HostTopology host) {
    return of(host, AssignmentPlan.EMPTY, Optional.empty());
  }

  /** The graph of a host with the guests of a plan and, where it was judged, the answers. */
  public static TopologyGraph of(
      HostTopology host, AssignmentPlan plan, Optional<PlanVerdict> verdict) {
    MadeMdevs made = MadeMdevs.of(host, plan, verdict);
    return of(HostGraph.of(made.host(), Imagination.NONE.with(made.made())), plan, verdict);
  }

  /** The graph of a host as a plan imagines it, with the plan's guests and the answers. */
  public static TopologyGraph of(ImaginedHost host, AssignmentPlan plan, PlanVerdict verdict) {
    MadeMdevs made = MadeMdevs.of(host.host(), plan, Optional.of(verdict));
    return of(
        HostGraph.of(made.host(), Imagination.of(host).with(made.made())),
        plan,
        Optional.of(verdict));
  }

  /** Whether a plan makes mdevs, which have rows though no capture shows them. */
  public static boolean isMadeBy(AssignmentPlan plan) {
    return MadeMdevs.planned(plan).findAny().isPresent();
  }

  private static TopologyGraph of(
      HostGraph base, AssignmentPlan plan, Optional<PlanVerdict> verdict) {
    return new TopologyGraph(base, plan, new PlanAssembly(base, plan, verdict).wishes());
  }

  /** The same host with another plan; its tree and its groups are not made again. */
  public TopologyGraph with(AssignmentPlan changed, Optional<PlanVerdict> verdict) {
    return of(base, changed, verdict);
  }

  /**
   * Whether the other shows the same rows and lines: one host, the same drivers, the same backing
   * and holders; guests and answers may differ.
   */
  public boolean hasShapeOf(TopologyGraph other) {
    return base == other.base
        && plan.bindings().equals(other.plan.bindings())
        && plan.annotations().equals(other.plan.annotations())
        && wishes.isolations().equals(other.wishes.isolations())
        && wishes.backings().equals(other.wishes.backings());
  }

  public HostTopology host() {
    return base.host();
  }

  /** The whole as a JGraphT graph, for exports; made anew by each call. */
  public Graph<GraphNode, GraphEdge> graph() {
    Graph<GraphNode, GraphEdge> whole = new DirectedMultigraph<>(GraphEdge.class);
    Graphs.addGraph(whole, base.graph());
    wishes.guests().forEach(whole::addVertex);
    wishes.edges().forEach(edge -> whole.addEdge(edge.from(), edge.to(), edge));
    return whole;
  }

  /** The heads of the trees: host bridges by number, then other buses by name. */
  public List<RootNode> roots() {
    return base.roots();
  }

  /** Whether every PCI function is on segment 0, so that addresses can go without. */
  public boolean hasOneSegment() {
    return base.oneSegment();
  }

  /** The driver, or its absence, that the plan wants for a device before the first step. */
  public Optional<Optional<String>> plannedDriver(DeviceRef device) {
    return Optional.ofNullable(plan.bindings().get(device));
  }

  /** Whether the plan leaves every driver as it is. */
  public boolean wantsNoDriver() {
    return plan.bindings().isEmpty();
  }

  /** What of a device is there only because the plan imagines it. */
  public Imagination.Of imaginationOf(DeviceNode device) {
    return base.imagination().of(device.ref());
  }

  /** Whether the plan takes a device from the running host. */
  public boolean leavesHost(DeviceNode device) {
    return wishes.leaving().contains(device.ref());
  }

  public Optional<DeviceNode> device(DeviceRef ref) {
    return base.device(ref);
  }

  /** The devices directly below a root or a device, in the order of listings. */
  public List<DeviceNode> below(GraphNode node) {
    List<DeviceNode> children = new ArrayList<>();
    for (GraphEdge edge : base.graph().outgoingEdgesOf(node)) {
      if (edge instanceof GraphEdge.LeadsTo(GraphNode from, DeviceNode to)) {
        children.add(to);
      }
    }
    return children;
  }

  /** What a device hangs from: a root or another device. */
  public GraphNode above(DeviceNode node) {
    for (GraphEdge edge : base.graph().incomingEdgesOf(node)) {
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
    for (GraphEdge edge : base.graph().incomingEdgesOf(node)) {
      if (edge instanceof GraphEdge.Contains(GroupNode group, DeviceNode to)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  /** The devices of a group, sorted. */
  public List<DeviceNode> membersOf(GroupNode group) {
    return base.graph().outgoingEdgesOf(group).stream()
        .map(edge -> (DeviceNode) edge.to())
        .sorted(Comparator.comparing(DeviceNode::ref))
        .toList();
  }

  /** The group that isolates an mdev, where that is known and not the mdev's own. */
  public Optional<GroupNode> backingOf(DeviceNode mdev) {
    return Optional.ofNullable(wishes.backings().get(mdev)).map(GraphEdge.BackedBy::to);
  }

  /** What isolates an mdev; empty for other devices, whose group does. */
  public Optional<Isolation> isolationOf(DeviceNode mdev) {
    return Optional.ofNullable(wishes.isolations().get(mdev));
  }

  /** The mdevs that a group isolates beside its own members, sorted. */
  public List<DeviceNode> backedBy(GroupNode group) {
    return wishes.backings().values().stream()
        .filter(backed -> backed.to().equals(group))
        .map(GraphEdge.BackedBy::from)
        .sorted(Comparator.comparing(DeviceNode::ref))
        .toList();
  }

  /** Who has a group open although no plan gives it to them, as the user says of its members. */
  public List<String> holdersBeside(GroupNode group) {
    return membersOf(group).stream()
        .flatMap(member -> plan.annotation(member.ref()).heldBy().stream())
        .distinct()
        .toList();
  }

  /** The guests that the plan gives a device to, in the plan's order. */
  public List<GraphEdge.Gets> guestsOf(DeviceNode node) {
    return wishes.gifts().getOrDefault(node, List.of());
  }

  /** Everything that the plan gives to a guest. */
  public List<GraphEdge.Gets> gifts() {
    return wishes.givenTo();
  }
}
