package org.iommuscope.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.testing.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code captures} is a test; to add a machine is to add a folder. */
class CapturedMachinesTest {

  private static final Path CAPTURES = Path.of("..", "captures");

  static List<String> machines() throws IOException {
    try (Stream<Path> folders = Files.list(CAPTURES)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("machines")
  void reads_what_the_machine_has(String machine) {
    Path folder = CAPTURES.resolve(machine);
    ImportResult result = Imports.of(folder.resolve("capture.tar.gz"));
    Golden.at(folder.resolve("topology.txt")).requireEqual(TopologyText.topology(result));
    Golden.at(folder.resolve("notes.txt")).requireEqual(TopologyText.notes(result.notes()));
  }
}
