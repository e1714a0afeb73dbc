package org.iommuscope.app.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.planning.PlanRepair;
import org.iommuscope.model.planning.RepairAnswer;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.testing.synthetic.HostSize;

/** Repairing a plan of many guests, of which three have a group's other member still at work. */
final class RepairBenchmark implements Benchmark {

  private static final int GUESTS = 64;
  private static final int BROKEN = 3;
  private static final int RUNS = 10;
  private static final double LIMIT = 300;

  private final AttachSimulator simulator = new AttachSimulator(LocalDate.of(2026, 11, 22));

  @Override
  public List<Figure> measure() throws Exception {
    HostTopology host = Hosts.of(HostSize.LARGE);
    AssignmentPlan plan = plan(host);
    PlanRepair repair = new PlanRepair(simulator, host, RuleProfiles.DMA_OWNER);
    double whole = Stopwatch.leastMillis(RUNS, () -> repair.of(plan, () -> false));
    String what =
        "Smallest repair, %d guests at %,d functions"
            .formatted(plan.guests().size(), host.devices().size());
    return List.of(new Figure(what, whole, LIMIT, "ms", changesOf(repair.of(plan, () -> false))));
  }

  /** Each guest has one device of a group of several; the others are driverless but for three. */
  private static AssignmentPlan plan(HostTopology host) {
    List<List<DeviceRef>> groups =
        host.groups().values().stream()
            .map(group -> endpoints(host, group))
            .filter(members -> members.size() > 1)
            .limit(GUESTS)
            .toList();
    AssignmentPlan plan = AssignmentPlan.EMPTY;
    for (int nth = 0; nth < groups.size(); nth++) {
      List<DeviceRef> members = groups.get(nth);
      for (DeviceRef other : members) {
        plan = plan.withBinding(other, Optional.empty());
      }
      plan = plan.withBinding(members.getFirst(), Optional.of("vfio-pci"));
      if (nth % (GUESTS / BROKEN) == 1) {
        plan = plan.withBinding(members.getLast(), Optional.of("xhci_hcd"));
      }
      plan = new PlanChange.Assign(new GuestName("guest" + nth), members.getFirst()).applyTo(plan);
    }
    return plan;
  }

  /** Endpoints alone, so that none takes others along when it loses its driver. */
  private static List<DeviceRef> endpoints(HostTopology host, IommuGroup group) {
    return group.members().stream()
        .filter(ref ->
            host.devices().get(ref) instanceof PciFunction function
                && !function.isBridge()
                && function.sriov().physfn().known().isEmpty()
                && function.sriov().totalVfs().known().isEmpty())
        .toList();
  }

  private static String changesOf(RepairAnswer answer) {
    return answer instanceof RepairAnswer.Repaired(var repairs)
        ? "%d changes".formatted(repairs.getFirst().changes().size())
        : answer.toString();
  }
}
