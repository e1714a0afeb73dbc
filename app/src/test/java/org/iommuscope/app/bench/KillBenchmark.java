package org.iommuscope.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.app.cli.KilledEditing;

/** Programs that are killed with SIGKILL while plans are edited, and what is left of the edits. */
final class KillBenchmark implements Benchmark {

  private static final int KILLS = 200;
  private static final double OLDEST = 1000;

  @Override
  public List<Figure> measure() throws Exception {
    Path folder = Files.createTempDirectory("killed");
    try {
      List<KilledEditing> all = KilledEditing.times(KILLS, folder);
      String edits = "%,d edits".formatted(all.stream().mapToInt(KilledEditing::edits).sum());
      long oldest = all.stream().mapToLong(KilledEditing::oldestLost).max().orElse(0);
      long torn = all.stream().mapToLong(killed -> killed.torn().size()).sum();
      return List.of(
          new Figure(
              "Oldest edit lost by kill -9, " + KILLS + " times", oldest, OLDEST, "ms", edits),
          Figure.of("Files torn by kill -9, " + KILLS + " times", torn, 0, "files"));
    } finally {
      clear(folder);
    }
  }

  private static void clear(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
