package org.iommuscope.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Starting the launcher until the window on the sample has come to rest: the processor time of that
 * process and of those it waited for, from exec, as the kernel counts it.
 */
final class StartBenchmark implements Benchmark {

  private static final int RUNS = 5;
  private static final double LIMIT = 1_000;
  private static final long LOOK_EVERY = 100;
  private static final int LOOKS_AT_REST = 15;

  /** The kernel counts in hundredths of a second: USER_HZ, 100 on every Linux. */
  private static final double MILLIS_PER_TICK = 10;

  /** The kernel keeps 15 characters of a thread's name. */
  private static final String WINDOW_THREAD = "JavaFX Applicat";

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
    ProcessBuilder launcher = new ProcessBuilder("./iommuscope");
    launcher.environment().put("JDK_JAVA_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
    launcher.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = launcher.start();
    try {
      return restOf(process);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static double restOf(Process process) throws IOException, InterruptedException {
    double used = 0;
    for (int looksAtRest = 0; looksAtRest < LOOKS_AT_REST; ) {
      Thread.sleep(LOOK_EVERY);
      double now = millisOf(process.pid());
      looksAtRest = now - used < MILLIS_PER_TICK ? looksAtRest + 1 : 0;
      used = now;
    }
    if (!hasWindow(process.pid())) {
      throw new IllegalStateException("the launcher came to rest without a window");
    }
    return used;
  }

  /**
   * Fields 14 to 17 of {@code /proc/PID/stat}: user and system time, its own and its children's.
   */
  private static double millisOf(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int field = 11; field <= 14; field++) {
      ticks += Long.parseLong(afterName[field]);
    }
    return ticks * MILLIS_PER_TICK;
  }

  private static boolean hasWindow(long pid) throws IOException {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path thread : threads.toList()) {
        if (Files.readString(thread.resolve("comm")).startsWith(WINDOW_THREAD)) {
          return true;
        }
      }
    }
    return false;
  }
}
