package org.iommuscope.app.bench;

import java.util.List;
import org.iommuscope.model.grouping.AcsOverride;
import org.iommuscope.model.grouping.GroupPrediction;
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
            "both bounds of what cannot be told"));
  }
}
