package org.iommuscope.app.bench;

import java.util.List;
import org.iommuscope.model.diff.TopologyDiff;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.synthetic.HostSize;

/** Comparing two captures of a large host, of which the second lacks every tenth device. */
final class DiffBenchmark implements Benchmark {

  private static final int RUNS = 10;
  private static final double LIMIT = 300;

  @Override
  public List<Figure> measure() throws Exception {
    HostTopology before = Hosts.of(HostSize.LARGE);
    HostTopology after = withoutEachTenth(before);
    int gone = TopologyDiff.of(before, after).devices().size();
    double millis = Stopwatch.leastMillis(RUNS, () -> TopologyDiff.of(before, after));
    return List.of(
        new Figure(
            "Diff of two captures of %,d functions".formatted(HostSize.LARGE.functions()),
            millis,
            LIMIT,
            "ms",
            "%,d devices are gone".formatted(gone)));
  }

  private static HostTopology withoutEachTenth(HostTopology host) {
    List<HostDevice> left =
        host.devices().values().stream()
            .filter(device -> device.ref().text().hashCode() % 10 != 0)
            .toList();
    return new HostTopology(left, List.of(), host.mdevParents().values(), host.kernel());
  }
}
