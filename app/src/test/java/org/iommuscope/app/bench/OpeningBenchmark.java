package org.iommuscope.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.iommuscope.testing.synthetic.HostSize;

/** Opening large captures in the window: what it costs beyond an empty one, and what it keeps. */
final class OpeningBenchmark implements Benchmark {

  private static final int RUNS = 3;
  private static final double MOST_MILLIS = 800;
  private static final double MOST_MEGABYTES = 256;
  private static final double MEGABYTE = 1 << 20;
  private static final List<Integer> HEAPS = List.of(320, 288, 256, 224, 192);

  @Override
  public List<Figure> measure() throws Exception {
    try (RamDisk disk = RamDisk.open()) {
      return List.of(beyondEmpty(disk), heap(disk), leastHeap(disk));
    }
  }

  private static Figure beyondEmpty(RamDisk disk) throws IOException, InterruptedException {
    Path empty = disk.folder().resolve("nothing-here");
    Path large = disk.archive(HostSize.LARGE);
    double least = Double.MAX_VALUE;
    double leastEmpty = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      leastEmpty = Math.min(leastEmpty, millisOf(empty));
      least = Math.min(least, millisOf(large));
    }
    return new Figure(
        "Window on %,d functions, processor time beyond the empty window"
            .formatted(HostSize.LARGE.functions()),
        least - leastEmpty,
        MOST_MILLIS,
        "ms",
        "empty window: %.0f ms".formatted(leastEmpty));
  }

  private static double millisOf(Path capture) throws IOException, InterruptedException {
    try (WindowProcess window = WindowProcess.atRest("", "open", capture.toString())) {
      return window.millis();
    }
  }

  /** What is kept once the window rests; reading an archive needs more for a while. */
  private static Figure heap(RamDisk disk) throws IOException, InterruptedException {
    String huge = disk.archive(HostSize.HUGE).toString();
    try (WindowProcess window = WindowProcess.atRest("", "open", huge)) {
      return new Figure(
          "Heap in use with %,d functions in the window".formatted(HostSize.HUGE.functions()),
          liveBytes(window.pid()) / MEGABYTE,
          MOST_MEGABYTES,
          "MB",
          "after a full collection");
    }
  }

  /**
   * Reading needs more than what is kept; a window that runs out of memory never shows the host.
   */
  private static Figure leastHeap(RamDisk disk) throws IOException, InterruptedException {
    String huge = disk.archive(HostSize.HUGE).toString();
    double least = Double.POSITIVE_INFINITY;
    for (int megabytes : HEAPS) {
      if (!opensIn(megabytes, huge)) {
        break;
      }
      least = megabytes;
    }
    return new Figure(
        "Least heap that opens %,d functions in the window".formatted(HostSize.HUGE.functions()),
        least,
        MOST_MEGABYTES,
        "MB",
        "-Xmx, in steps of 32 MB");
  }

  private static boolean opensIn(int megabytes, String capture)
      throws IOException, InterruptedException {
    String most = "-Xmx%dm".formatted(megabytes);
    try (WindowProcess window = WindowProcess.atRest(most, "open", capture)) {
      liveBytes(window.pid());
      return true;
    } catch (IllegalStateException noWindowOrNoHost) {
      return false;
    }
  }

  /** The last line of the histogram, which is made after a full collection, has the sum. */
  private static long liveBytes(long pid) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process histogram =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram").start();
    String text =
        new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (histogram.waitFor() != 0) {
      throw new IOException("jcmd ended with status " + histogram.exitValue() + ": " + text);
    }
    if (instances(text, "org.iommuscope.model.topology.PciFunction") < HostSize.HUGE.functions()) {
      throw new IllegalStateException("the window does not have the host that it should show");
    }
    String[] total = text.substring(text.lastIndexOf('\n') + 1).strip().split("\\s+", -1);
    return Long.parseLong(total[2]);
  }

  /** The second column of a class's line. */
  private static long instances(String histogram, String type) {
    return histogram
        .lines()
        .map(line -> line.strip().split("\\s+", -1))
        .filter(columns -> columns.length > 3 && columns[3].equals(type))
        .mapToLong(columns -> Long.parseLong(columns[1]))
        .sum();
  }
}
