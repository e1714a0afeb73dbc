package org.iommuscope.app.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.testing.synthetic.HostSize;

/** Finding what is under the pointer in the picture of a huge host, every fold open. */
final class PickingBenchmark implements Benchmark {

  private static final double LIMIT = 0.1;
  private static final int RUNS = 5;
  private static final int POINTS = 100_000;

  @Override
  public List<Figure> measure() throws Exception {
    Drawing drawing =
        Drawing.of(
            TreeLayout.place(
                TopologyGraph.of(Hosts.of(HostSize.HUGE)),
                FontMeasure.load(),
                OptionalDouble.empty(),
                Folding.NONE));
    double millis = Stopwatch.leastMillis(RUNS, () -> hits(drawing)) / POINTS;
    return List.of(
        Figure.of(
            "Picking among %,d functions".formatted(HostSize.HUGE.functions()),
            millis,
            LIMIT,
            "ms"));
  }

  private static Integer hits(Drawing drawing) {
    Random random = new Random(1);
    int hits = 0;
    for (int point = 0; point < POINTS; point++) {
      double x = random.nextDouble() * drawing.bounds().width();
      double y = random.nextDouble() * drawing.bounds().height();
      hits += drawing.at(x, y).isPresent() ? 1 : 0;
    }
    return hits;
  }
}
