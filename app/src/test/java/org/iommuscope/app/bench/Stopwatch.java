package org.iommuscope.app.bench;

import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;

/** Times a piece of work; milliseconds of wall clock. */
final class Stopwatch {

  private static final double NANOSECONDS = 1e6;

  private Stopwatch() {}

  /** Work whose traces are cleared away between runs, which is not timed. */
  interface Repeated {
    Object run() throws Exception;

    void clear() throws Exception;
  }

  /** The median of so many runs, after as many that warm the JVM up. */
  static double medianMillis(int runs, Callable<?> work) throws Exception {
    return medianMillis(
        runs,
        new Repeated() {
          @Override
          public Object run() throws Exception {
            return work.call();
          }

          @Override
          public void clear() {}
        });
  }

  static double medianMillis(int runs, Repeated work) throws Exception {
    for (int run = 0; run < runs; run++) {
      millis(work);
    }
    double[] times = new double[runs];
    for (int run = 0; run < runs; run++) {
      times[run] = millis(work);
    }
    return DoubleStream.of(times).sorted().skip(runs / 2).findFirst().orElseThrow();
  }

  private static double millis(Repeated work) throws Exception {
    long start = System.nanoTime();
    Object result = work.run();
    long end = System.nanoTime();
    if (result == null) {
      throw new IllegalStateException("the work came to nothing, so its time means nothing");
    }
    work.clear();
    return (end - start) / NANOSECONDS;
  }
}
