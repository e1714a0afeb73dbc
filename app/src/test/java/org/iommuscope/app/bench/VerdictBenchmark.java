package org.iommuscope.app.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.testing.synthetic.HostSize;

/** Judging a plan of many guests on a large host, and a device that hovers over all of them. */
final class VerdictBenchmark implements Benchmark {

  private static final int RUNS = 25;
  private static final double LIMIT_OF_PLAN = 50;
  private static final double LIMIT_OF_HOVER = 1;

  private final AttachSimulator simulator = new AttachSimulator(LocalDate.of(2026, 11, 22));

  @Override
  public List<Figure> measure() throws Exception {
    HostTopology host = Hosts.of(HostSize.LARGE);
    AssignmentPlan plan = CrowdedHost.plan(host, CrowdedHost.GUESTS);
    double whole = Stopwatch.leastMillis(RUNS, () -> simulator.run(host, plan));
    Simulation simulation = simulator.run(host, plan);
    List<DeviceRef> dragged = draggedOver(host);
    double all = Stopwatch.leastMillis(RUNS, () -> hover(simulation, plan, dragged));
    String where =
        "%d guests at %,d functions".formatted(CrowdedHost.GUESTS, host.devices().size());
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

  private static String stepsOf(Simulation simulation) {
    long attached =
        simulation.verdict().steps().stream()
            .filter(step -> step.outcome() == Outcome.ATTACHES || step.outcome() == Outcome.REUSES)
            .count();
    return "%d of %d steps attach".formatted(attached, simulation.verdict().steps().size());
  }
}
