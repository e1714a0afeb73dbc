package org.iommuscope.app.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.synthetic.HostSize;

/** The picture of a huge host after one guest more: the part that changed, and nothing else. */
final class RedrawBenchmark implements Benchmark {

  private static final int RUNS = 15;
  private static final double LIMIT = 16;
  private static final int SOME_DEVICE = 500;

  @Override
  public List<Figure> measure() throws Exception {
    HostTopology host = Hosts.of(HostSize.HUGE);
    TopologyGraph bare = TopologyGraph.of(host);
    Drawing drawing =
        Drawing.of(
            TreeLayout.place(bare, FontMeasure.load(), OptionalDouble.empty(), Folding.USUAL));
    DeviceRef given = host.devices().keySet().stream().skip(SOME_DEVICE).findFirst().orElseThrow();
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withGuest(
            new GuestName("A"), guest -> guest.withDevices(List.of(GuestDevice.of(given))));
    double millis =
        Stopwatch.leastMillis(RUNS, () -> drawing.showing(bare.with(plan, Optional.empty())));
    String what = "Picture of one more guest at %,d functions";
    return List.of(Figure.of(what.formatted(HostSize.HUGE.functions()), millis, LIMIT, "ms"));
  }
}
