package org.iommuscope.model.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.planning.Assignment.Slot;
import org.iommuscope.model.planning.Assignment.Solved;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * Which slot gets which offer where nothing ties the slots of a guest: a flow of least cost from
 * slots of one kind through groups, each of which lets one through.
 */
record FlowAssignment(HostTopology host, List<Offer> offers) {

  /** Dearer than any way that there is, and less than what the algorithm takes for infinite. */
  private static final double NO_WAY = 9e8;

  private static final double POINT = 1e3;

  private static final Object SINK = "sink";

  /** Slots that the same offers fit. */
  private record Kind(List<Integer> slots, int[] fitting) {}

  Optional<Solved> solve(List<Slot> slots) {
    Graph<Object, DefaultWeightedEdge> graph =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    graph.addVertex(SINK);
    Map<DefaultWeightedEdge, Integer> taken = new LinkedHashMap<>();
    List<Kind> kinds = kinds(slots);
    for (Kind kind : kinds) {
      connect(graph, kind, slots.size(), taken);
    }
    Map<DefaultWeightedEdge, Double> flow = flow(graph, slots.size());
    int[] chosen = new int[slots.size()];
    for (Kind kind : kinds) {
      Deque<Integer> open = new ArrayDeque<>(kind.slots());
      for (DefaultWeightedEdge edge : graph.outgoingEdgesOf(kind)) {
        Integer offer = taken.get(edge);
        if (offer != null && !open.isEmpty() && flow.getOrDefault(edge, 0.0) > 0) {
          chosen[open.remove()] = offer;
        }
      }
      if (!open.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Solved(chosen, true));
  }

  private static List<Kind> kinds(List<Slot> slots) {
    Map<List<Integer>, Kind> kinds = new LinkedHashMap<>();
    for (int slot = 0; slot < slots.size(); slot++) {
      int[] fitting = slots.get(slot).fitting();
      List<Integer> key = Arrays.stream(fitting).boxed().toList();
      kinds.computeIfAbsent(key, none -> new Kind(new ArrayList<>(), fitting)).slots().add(slot);
    }
    return List.copyOf(kinds.values());
  }

  private void connect(
      Graph<Object, DefaultWeightedEdge> graph,
      Kind kind,
      int slots,
      Map<DefaultWeightedEdge, Integer> taken) {
    graph.addVertex(kind);
    graph.setEdgeWeight(graph.addEdge(kind, SINK), NO_WAY);
    Map<Object, Integer> seen = new HashMap<>();
    for (int offer : kind.fitting()) {
      Object group = group(offers.get(offer));
      if (seen.putIfAbsent(group, offer) == null) {
        graph.addVertex(group);
        if (!graph.containsEdge(group, SINK)) {
          graph.setEdgeWeight(graph.addEdge(group, SINK), 0);
        }
        DefaultWeightedEdge edge = graph.addEdge(kind, group);
        graph.setEdgeWeight(edge, weight(offer, slots));
        taken.put(edge, offer);
      }
    }
  }

  /** Among equals the first, by less than a point for all slots together. */
  private double weight(int offer, int slots) {
    return POINT * (offers.get(offer).points() + (double) offer / offers.size() / (slots + 1));
  }

  private Object group(Offer offer) {
    return host.groupOf(offer.device()).<Object>map(IommuGroup::id).orElse(offer.device());
  }

  private static Map<DefaultWeightedEdge, Double> flow(
      Graph<Object, DefaultWeightedEdge> graph, int all) {
    return new CapacityScalingMinimumCostFlow<Object, DefaultWeightedEdge>()
        .getMinimumCostFlow(
            new MinimumCostFlowProblem.MinimumCostFlowProblemImpl<>(
                graph,
                vertex ->
                    vertex instanceof Kind kind ? kind.slots().size() : vertex == SINK ? -all : 0,
                edge -> graph.getEdgeWeight(edge) == NO_WAY ? all : 1))
        .getFlowMap();
  }
}
