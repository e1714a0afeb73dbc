package org.iommuscope.app.bench;

import java.util.List;
import java.util.OptionalDouble;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.testing.synthetic.HostSize;

/** Laying out a huge host with every fold open and the real fonts. */
final class LayoutBenchmark implements Benchmark {

  private static final int RUNS = 15;
  private static final double LIMIT = 100;

  @Override
  public List<Figure> measure() throws Exception {
    TopologyGraph graph = TopologyGraph.of(Hosts.of(HostSize.HUGE));
    FontMeasure measure = FontMeasure.load();
    double millis =
        Stopwatch.leastMillis(
            RUNS, () -> TreeLayout.place(graph, measure, OptionalDouble.empty(), Folding.NONE));
    int rows = TreeLayout.place(graph, measure, OptionalDouble.empty(), Folding.NONE).rows().size();
    return List.of(Figure.of("Layout of %,d rows".formatted(rows), millis, LIMIT, "ms"));
  }
}
