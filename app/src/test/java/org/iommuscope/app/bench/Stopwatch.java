package org.iommuscope.app.bench;

import java.util.concurrent.Callable;

/** Times a piece of work; milliseconds of wall clock. */
final class Stopwatch {

  private static final double NANOSECONDS = 1e6;

  private Stopwatch() {}

  /** Work whose traces are cleared away between runs, which is not timed. */
  interface Repeated {
    Object run() throws Exception;

    void clear() throws Exception;
  }

  /**
   * The least of so many runs, after as many that warm the JVM up: what else the machine does can
   * only add to it.
   */
  static double leastMillis(int runs, Callable<?> work) throws Exception {
    return leastMillis(
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

  static double leastMillis(int runs, Repeated work) throws Exception {
    for (int run = 0; run < runs; run++) {
      millis(work);
    }
    double least = Double.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      least = Math.min(least, millis(work));
    }
    return least;
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
