package org.iommuscope.app.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is written to more than it may hold. */
class LogFileTest {

  private static final long MOST_BYTES = 600 * 1024;

  @TempDir private Path home;

  @Test
  void older_lines_go_to_numbered_files_and_the_oldest_are_forgotten() throws IOException {
    Path folder = home.resolve("log");
    LogFile log = new LogFile(folder, Runnable::run);
    String long1024 = "x".repeat(1024);
    for (int line = 0; line < 3_000; line++) {
      log.note(line + " " + long1024);
    }
    List<String> files = names(folder);
    assertEquals(List.of("iommuscope.0.log", "iommuscope.1.log", "iommuscope.2.log"), files);
    for (String file : files) {
      assertTrue(Files.size(folder.resolve(file)) < MOST_BYTES, file);
    }
    assertTrue(log.newest().contains(" 2999 "));
    assertFalse(Files.readString(folder.resolve("iommuscope.2.log")).contains(" 0 x"));
  }

  @Test
  void a_line_has_its_time_and_a_fault_its_trace() {
    LogFile log = new LogFile(home, Runnable::run);
    log.note("opened\na capture");
    log.fault(new IllegalStateException("broken"));
    List<String> lines = log.newest().lines().toList();
    assertTrue(lines.getFirst().matches("\\d{4}-.*Z INFO opened a capture"), lines::getFirst);
    assertTrue(lines.get(1).endsWith("SEVERE a fault of the program"));
    assertTrue(lines.get(2).contains("IllegalStateException: broken"));
    assertEquals(home.resolve("iommuscope.0.log").toString(), log.place());
  }

  @Test
  void a_log_that_cannot_be_written_stops_nothing() throws IOException {
    Path file = Files.writeString(home.resolve("taken"), "a file where a folder should be");
    LogFile log = new LogFile(file, Runnable::run);
    log.note("anything");
    assertTrue(log.newest().startsWith("There is no log yet"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".lck"))
          .sorted()
          .toList();
    }
  }
}
