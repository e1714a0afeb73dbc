package org.iommuscope.app.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.testing.synthetic.HostSize;

/** Judging a plan of many guests on a large host, and a device that hovers over all of them. */
final class VerdictBenchmark implements Benchmark {

  private static final int GUESTS = 64;
  private static final int RUNS = 25;
  private static final double LIMIT_OF_PLAN = 50;
  private static final double LIMIT_OF_HOVER = 1;

  private final AttachSimulator simulator = new AttachSimulator(LocalDate.of(2026, 11, 22));

  @Override
  public List<Figure> measure() throws Exception {
    HostTopology host = Hosts.of(HostSize.LARGE);
    AssignmentPlan plan = planFor(host);
    double whole = Stopwatch.leastMillis(RUNS, () -> simulator.run(host, plan));
    Simulation simulation = simulator.run(host, plan);
    List<DeviceRef> dragged = draggedOver(host);
    double all = Stopwatch.leastMillis(RUNS, () -> hover(simulation, plan, dragged));
    String where = "%d guests at %,d functions".formatted(GUESTS, host.devices().size());
    return List.of(
        new Figure("Whole plan of " + where, whole, LIMIT_OF_PLAN, "ms", stepsOf(simulation)),
        Figure.of("Hover over " + where, all / dragged.size(), LIMIT_OF_HOVER, "ms"));
  }

  /** What a drag asks at each device that it passes: would this guest get it, for every guest. */
  private static List<Outcome> hover(
      Simulation simulation, AssignmentPlan plan, List<DeviceRef> dragged) {
    List<Outcome> answers = new ArrayList<>();
    for (DeviceRef device : dragged) {
      for (Guest guest : plan.guests()) {
        answers.add(simulation.propose(guest.name(), device).outcome());
      }
    }
    return answers;
  }

  private static List<DeviceRef> draggedOver(HostTopology host) {
    return host.devices().keySet().stream().filter(ref -> ref.hashCode() % 40 == 0).toList();
  }

  /** Each guest has all endpoints of one group, on vfio-pci. */
  private static AssignmentPlan planFor(HostTopology host) {
    List<IommuGroup> groups = List.copyOf(host.groups().values());
    AssignmentPlan plan = AssignmentPlan.EMPTY;
    List<Guest> guests = new ArrayList<>();
    for (int nth = 0; nth < GUESTS; nth++) {
      List<DeviceRef> devices = endpoints(host, groups.get(nth * groups.size() / GUESTS));
      for (DeviceRef device : devices) {
        plan = plan.withBinding(device, Optional.of("vfio-pci"));
      }
      guests.add(
          Guest.named(new GuestName("guest" + nth))
              .withDevices(devices.stream().map(GuestDevice::of).toList()));
    }
    return plan.withGuests(guests);
  }

  private static List<DeviceRef> endpoints(HostTopology host, IommuGroup group) {
    return group.members().stream().filter(ref -> isEndpoint(host, ref)).toList();
  }

  private static boolean isEndpoint(HostTopology host, DeviceRef ref) {
    return host.devices().get(ref) instanceof PciFunction function
        && function.header().known().equals(Optional.of(HeaderType.ENDPOINT));
  }

  private static String stepsOf(Simulation simulation) {
    long attached =
        simulation.verdict().steps().stream()
            .filter(step -> step.outcome() == Outcome.ATTACHES || step.outcome() == Outcome.REUSES)
            .count();
    return "%d of %d steps attach".formatted(attached, simulation.verdict().steps().size());
  }
}
