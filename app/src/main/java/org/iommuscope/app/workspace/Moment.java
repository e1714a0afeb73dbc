package org.iommuscope.app.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * A host between two steps of a plan: who has what, and the picture of it.
 *
 * @param at how many entries of the sequence are done
 * @param last what came of the last of them; none before the first
 * @param held what each running guest has, in the plan's order
 */
public record Moment(
    Session session,
    int at,
    List<StepVerdict> last,
    SequencedMap<GuestName, List<DeviceRef>> held,
    TopologyGraph graph) {

  public Moment {
    last = List.copyOf(last);
    held = new LinkedHashMap<>(held);
  }

  static Moment of(Session session, AttachSimulator simulator, int steps) {
    List<PlanStep> all = session.plan().steps();
    int at = Math.clamp(steps, 0, all.size());
    AssignmentPlan begun = session.plan().withSequence(Optional.of(all.subList(0, at)));
    Simulation simulation = simulator.run(session.host(), begun);
    List<StepVerdict> last =
        simulation.verdict().steps().stream().filter(step -> step.from() == at - 1).toList();
    SequencedMap<GuestName, List<DeviceRef>> held = new LinkedHashMap<>();
    for (Guest guest : begun.guests()) {
      if (simulation.isRunning(guest.name())) {
        held.put(guest.name(), simulation.devicesOf(guest.name()));
      }
    }
    TopologyGraph graph =
        TopologyGraph.of(simulation.atEnd(), shown(begun, held, last), simulation.verdict());
    return new Moment(session, at, last, held, graph);
  }

  /** The plan with what guests have at that moment, and what the last step refuses them. */
  private static AssignmentPlan shown(
      AssignmentPlan plan, SequencedMap<GuestName, List<DeviceRef>> held, List<StepVerdict> last) {
    List<Guest> guests = new ArrayList<>();
    for (Guest guest : plan.guests()) {
      Set<DeviceRef> devices = new LinkedHashSet<>(held.getOrDefault(guest.name(), List.of()));
      last.stream()
          .filter(step -> step.guest().equals(Optional.of(guest.name())) && step.outcome().isBad())
          .flatMap(step -> step.device().stream())
          .forEach(devices::add);
      guests.add(guest.withDevices(devices.stream().map(GuestDevice::of).toList()));
    }
    return plan.withGuests(guests).withBindings(new TreeMap<>());
  }
}
