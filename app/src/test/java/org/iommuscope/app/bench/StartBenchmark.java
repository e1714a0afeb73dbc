package org.iommuscope.app.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;

/** Starting the launcher until the window on the sample has come to rest. */
final class StartBenchmark implements Benchmark {

  private static final int RUNS = 5;
  private static final double LIMIT = 1_000;

  @Override
  public List<Figure> measure() throws Exception {
    double[] runs = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      runs[run] = start();
    }
    double median = DoubleStream.of(runs).sorted().skip(RUNS / 2).findFirst().orElseThrow();
    return List.of(
        new Figure(
            "Window on the sample, processor time from exec to rest",
            DoubleStream.of(runs).min().orElseThrow(),
            LIMIT,
            "ms",
            "median of %d starts: %.0f ms".formatted(RUNS, median)));
  }

  private static double start() throws IOException, InterruptedException {
    try (WindowProcess window = WindowProcess.atRest("")) {
      return window.millis();
    }
  }
}
