package org.iommuscope.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.testing.synthetic.HostSize;
import org.iommuscope.testing.synthetic.SyntheticHost;

/** A folder in memory that goes when it is closed; disks would add their own noise. */
record RamDisk(Path folder) implements AutoCloseable {

  private static final Path SHARED_MEMORY = Path.of("/dev/shm");

  static RamDisk open() throws IOException {
    return new RamDisk(Files.createTempDirectory(SHARED_MEMORY, "iommuscope-bench"));
  }

  /** A synthetic host as an archive. */
  Path archive(HostSize size) throws IOException {
    Path archive = folder.resolve(size.functions() + ".tar.gz");
    new SyntheticHost(size).writeTo(archive);
    return archive;
  }

  /** Removes a folder and all that is in it. */
  static void clear(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }

  @Override
  public void close() {
    try {
      clear(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
