package org.iommuscope.app.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.grouping.AcsOverride;
import org.iommuscope.model.grouping.GroupPrediction;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Dial;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.synthetic.HostSize;

/** Forming the groups of a large host anew, as after a dial turns. */
final class GroupingBenchmark implements Benchmark {

  private static final int RUNS = 20;
  private static final double MOST_MILLIS = 50;

  @Override
  public List<Figure> measure() throws Exception {
    HostTopology host = Hosts.of(HostSize.LARGE);
    AcsOverride override = AcsOverride.parse("downstream,multifunction");
    GroupPrediction before = GroupPrediction.of(host);
    double millis = Stopwatch.leastMillis(RUNS, () -> before.under(override).groups().size());
    return List.of(
        new Figure(
            "Regrouping of %,d functions under an ACS override"
                .formatted(HostSize.LARGE.functions()),
            millis,
            MOST_MILLIS,
            "ms",
            "both bounds of what cannot be told"),
        new Figure(
            "A dial turned on %,d functions: imagined host and verdict"
                .formatted(HostSize.LARGE.functions()),
            dialMillis(host),
            MOST_MILLIS,
            "ms",
            "an ACS override; the walk before and after, numbers, a judged plan"));
  }

  private static double dialMillis(HostTopology host) throws Exception {
    AssignmentPlan plan =
        new Dial.Override(Optional.of("downstream,multifunction")).applyTo(AssignmentPlan.EMPTY);
    return Stopwatch.leastMillis(
        RUNS,
        () ->
            new AttachSimulator(LocalDate.EPOCH).run(host, plan).imagined().host().groups().size());
  }
}
