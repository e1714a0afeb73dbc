package org.iommuscope.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every recording held against the rules by the program as a user starts it; the launcher's part of
 * the time is the baseline.
 */
final class ReplayBenchmark implements Benchmark {

  private static final int RUNS = 5;
  private static final double LIMIT = 2;
  private static final double MILLIS_PER_SECOND = 1000;
  private static final Path CAPTURES = Path.of("captures");
  private static final Path SHARED = Path.of("..", "shared");

  @Override
  public List<Figure> measure() throws Exception {
    List<String> replay = new ArrayList<>(List.of("./iommuscope", "replay", "--captures"));
    boolean all = Files.isDirectory(SHARED.resolve("oracle"));
    replay.add((all ? SHARED.resolve("captures") : CAPTURES).toString());
    List<String> recordings = recordings(all ? SHARED.resolve("oracle") : CAPTURES);
    replay.addAll(recordings);
    double start = least(List.of("./iommuscope", "--version"));
    double seconds = least(replay) - start;
    return List.of(
        new Figure(
            "Replay of %d recordings, after start".formatted(recordings.size()),
            seconds,
            LIMIT,
            "s",
            "start: %.2g s".formatted(start)));
  }

  private static List<String> recordings(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".jsonl")).sorted().toList();
    }
  }

  private static double least(List<String> command) throws Exception {
    return Stopwatch.leastMillis(RUNS, () -> run(command)) / MILLIS_PER_SECOND;
  }

  private static boolean run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(command.subList(0, 2) + " ended with status " + status);
    }
    return true;
  }
}
