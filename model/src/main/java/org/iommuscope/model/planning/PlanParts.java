package org.iommuscope.model.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/** A plan cut into parts whose guests share no group, PF or mdev parent. */
record PlanParts(HostTopology host) {

  private static final GuestName ANYBODY = new GuestName("anybody");

  /** One part with all guests where the plan's own steps may tie any to any. */
  List<AssignmentPlan> of(AssignmentPlan plan) {
    if (plan.sequence().isPresent()) {
      return List.of(plan);
    }
    Graph<Object, DefaultEdge> ties = new SimpleGraph<>(DefaultEdge.class);
    plan.guests().forEach(guest -> tie(ties, guest));
    ConnectivityInspector<Object, DefaultEdge> parts = new ConnectivityInspector<>(ties);
    return parts.connectedSets().stream().map(tied -> part(plan, ties, tied)).toList();
  }

  /** The guests that have to do with each other by their devices, those of steps included. */
  List<Set<GuestName>> tied(AssignmentPlan plan) {
    Graph<Object, DefaultEdge> ties = new SimpleGraph<>(DefaultEdge.class);
    plan.guests().forEach(guest -> tie(ties, guest));
    for (PlanStep step : plan.steps()) {
      if (step.plain() instanceof PlanStep.Attach(GuestName guest, DeviceRef device)) {
        tie(ties, Guest.named(guest).withDevices(List.of(GuestDevice.of(device))));
      }
    }
    return new ConnectivityInspector<>(ties)
        .connectedSets().stream()
            .map(set ->
                plan.guests().stream()
                    .map(Guest::name)
                    .filter(set::contains)
                    .collect(
                        Collectors.<GuestName, Set<GuestName>>toCollection(LinkedHashSet::new)))
            .toList();
  }

  private AssignmentPlan part(
      AssignmentPlan plan, Graph<Object, DefaultEdge> ties, Set<Object> tied) {
    Map<DeviceRef, Optional<String>> bindings = new HashMap<>(plan.bindings());
    bindings
        .keySet()
        .removeIf(device ->
            shared(device).anyMatch(what -> ties.containsVertex(what) && !tied.contains(what)));
    return plan.withGuests(those(plan, tied)).withBindings(bindings);
  }

  /** The guests of a part, and one of each kind of the others, without devices, to give some to. */
  private static List<Guest> those(AssignmentPlan plan, Set<Object> tied) {
    Set<Guest> kinds = new HashSet<>();
    return plan.guests().stream()
        .filter(guest -> tied.contains(guest.name()) || kinds.add(kind(guest)))
        .map(guest -> tied.contains(guest.name()) ? guest : guest.withDevices(List.of()))
        .toList();
  }

  /** All that decides whether a guest can have a device, but for those that it has. */
  static Guest kind(Guest guest) {
    return new Guest(
        ANYBODY,
        guest.viommu(),
        guest.backend(),
        guest.kvm(),
        guest.uid(),
        guest.memlock(),
        guest.buses(),
        List.of());
  }

  private void tie(Graph<Object, DefaultEdge> ties, Guest guest) {
    ties.addVertex(guest.name());
    for (GuestDevice given : guest.devices()) {
      shared(given.device())
          .forEach(what -> {
            ties.addVertex(what);
            ties.addEdge(guest.name(), what);
          });
    }
  }

  /** What a device has in common with others: its groups and whose part it is. */
  private Stream<Object> shared(DeviceRef device) {
    Stream<DeviceRef> line = Stream.concat(Stream.of(device), owner(device).stream());
    return line.flatMap(
        each -> Stream.concat(Stream.of(each), host.groupOf(each).map(IommuGroup::id).stream()));
  }

  private Optional<DeviceRef> owner(DeviceRef device) {
    Optional<HostDevice> found = host.device(device);
    return found.flatMap(known ->
        switch (known) {
          case PciFunction function -> function.sriov().physfn().known().map(pf -> pf);
          case MediatedDevice mdev -> mdev.parent().known();
          case OtherDevice other -> Optional.empty();
        });
  }
}
