package org.iommuscope.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The launcher's process, from exec until its window has come to rest; its processor time and that
 * of the processes it waited for is as the kernel counts it.
 */
final class WindowProcess implements AutoCloseable {

  private static final String HEADLESS = "-Dglass.platform=Headless -Dprism.order=sw";
  private static final long LOOK_EVERY = 100;
  private static final int LOOKS_AT_REST = 15;
  private static final int MOST_LOOKS = 600;

  /** The kernel counts in hundredths of a second: USER_HZ, 100 on every Linux. */
  private static final double MILLIS_PER_TICK = 10;

  /** The kernel keeps 15 characters of a thread's name. */
  private static final String WINDOW_THREAD = "JavaFX Applicat";

  private final Process process;
  private final double millis;

  private WindowProcess(Process process) throws IOException, InterruptedException {
    this.process = process;
    this.millis = restOf(process);
  }

  /** Starts the launcher with these arguments and waits until it rests. */
  static WindowProcess atRest(String moreJvmOptions, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./iommuscope"));
    command.addAll(List.of(arguments));
    ProcessBuilder launcher = new ProcessBuilder(command);
    launcher.environment().put("JDK_JAVA_OPTIONS", HEADLESS + " " + moreJvmOptions);
    launcher.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = launcher.start();
    try {
      return new WindowProcess(process);
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Milliseconds of processor time until it rested. */
  double millis() {
    return millis;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private static double restOf(Process process) throws IOException, InterruptedException {
    double used = 0;
    int looks = 0;
    for (int looksAtRest = 0; looksAtRest < LOOKS_AT_REST; ) {
      Thread.sleep(LOOK_EVERY);
      double now = millisOf(process.pid());
      // The headless platform's own clock takes a tick now and then.
      boolean rests = now - used <= MILLIS_PER_TICK && hasWindow(process.pid());
      looksAtRest = rests ? looksAtRest + 1 : 0;
      used = now;
      if (++looks > MOST_LOOKS) {
        throw new IllegalStateException("the window never comes to rest");
      }
      if (!process.isAlive()) {
        throw new IllegalStateException("the launcher ended without a window");
      }
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
