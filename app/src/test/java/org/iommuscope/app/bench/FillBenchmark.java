package org.iommuscope.app.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.planning.DeviceKind;
import org.iommuscope.model.planning.FillAnswer;
import org.iommuscope.model.planning.GuestRequest;
import org.iommuscope.model.planning.PlanFill;
import org.iommuscope.model.planning.Requests;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.synthetic.HostSize;

/** Finding devices for many guests on a large host. */
final class FillBenchmark implements Benchmark {

  private static final int GUESTS = 200;
  private static final int RUNS = 4;
  private static final double LIMIT = 2000;

  @Override
  public List<Figure> measure() throws Exception {
    HostTopology host = Hosts.of(HostSize.LARGE);
    PlanFill fill =
        new PlanFill(new AttachSimulator(LocalDate.of(2026, 11, 22)), host, RuleProfiles.DMA_OWNER);
    Requests requests = new Requests(List.of(aFunctionEach()), Set.of(), Set.of());
    double whole =
        Stopwatch.leastMillis(RUNS, () -> fill.of(AssignmentPlan.EMPTY, requests, () -> false));
    String what = "Filling in %d guests at %,d functions".formatted(GUESTS, host.devices().size());
    return List.of(
        new Figure(
            what,
            whole,
            LIMIT,
            "ms",
            fill.of(AssignmentPlan.EMPTY, requests, () -> false) instanceof FillAnswer.Filled filled
                ? "%d devices given".formatted(filled.choices().size())
                : "not filled"));
  }

  private static GuestRequest aFunctionEach() {
    DeviceKind network =
        new DeviceKind.Function(
            Optional.of(DeviceKind.Category.NETWORK),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    return new GuestRequest(
        "guest",
        GUESTS,
        true,
        OptionalInt.empty(),
        List.of(new GuestRequest.DeviceRequest(1, network)));
  }
}
