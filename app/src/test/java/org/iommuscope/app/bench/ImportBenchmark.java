package org.iommuscope.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iommuscope.testing.synthetic.HostSize;

/** Importing a large archive, beside tar unpacking the same archive to a RAM disk. */
final class ImportBenchmark implements Benchmark {

  private static final int RUNS = 5;
  private static final int MOST_TIMES_TAR = 3;

  @Override
  public List<Figure> measure() throws Exception {
    try (RamDisk disk = RamDisk.open()) {
      Path archive = disk.archive(HostSize.LARGE);
      double tar = Stopwatch.leastMillis(RUNS, new Tar(archive, disk.folder().resolve("tar")));
      double ours = Stopwatch.leastMillis(RUNS, () -> Hosts.read(archive));
      return List.of(
          new Figure(
              "Import of a capture of %,d functions".formatted(HostSize.LARGE.functions()),
              ours,
              MOST_TIMES_TAR * tar,
              "ms",
              "tar xzf to a RAM disk: %.0f ms".formatted(tar)));
    }
  }

  private record Tar(Path archive, Path target) implements Stopwatch.Repeated {

    @Override
    public Path run() throws IOException, InterruptedException {
      Files.createDirectory(target);
      Process tar =
          new ProcessBuilder("tar", "xzf", archive.toString(), "-C", target.toString())
              .inheritIO()
              .start();
      if (tar.waitFor() != 0) {
        throw new IOException("tar ended with status " + tar.exitValue());
      }
      return target;
    }

    @Override
    public void clear() throws IOException {
      RamDisk.clear(target);
    }
  }
}
