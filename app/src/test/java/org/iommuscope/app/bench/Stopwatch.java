package org.iommuscope.app.bench;

import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;

/** Times a piece of work; milliseconds of wall clock. */
final class Stopwatch {

  private static final double NANOSECONDS = 1e6;

  private Stopwatch() {}

  /** The median of so many runs, after as many that warm the JVM up. */
  static double medianMillis(int runs, Callable<?> work) throws Exception {
    for (int run = 0; run < runs; run++) {
      millis(work);
    }
    double[] times = new double[runs];
    for (int run = 0; run < runs; run++) {
      times[run] = millis(work);
    }
    return DoubleStream.of(times).sorted().skip(runs / 2).findFirst().orElseThrow();
  }

  private static double millis(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    Object result = work.call();
    long end = System.nanoTime();
    if (result == null) {
      throw new IllegalStateException("the work came to nothing, so its time means nothing");
    }
    return (end - start) / NANOSECONDS;
  }
}
