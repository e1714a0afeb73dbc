package org.iommuscope.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program of the distribution that a test holds our output against.
 *
 * <p>Where it is absent the test is left out, unless the build must be complete ({@code
 * -Dcomplete=true}): {@code ./check --complete} installs it.
 */
public record InstalledProgram(Path path) {

  /** What a run printed, on both streams, and how it ended. */
  public record Run(int status, String output) {}

  /** The program of this name on the path. */
  public static InstalledProgram named(String name) {
    Path found = find(name);
    if (!Boolean.getBoolean("complete")) {
      assumeTrue(Files.isExecutable(found), () -> name + " is not installed");
    } else if (!Files.isExecutable(found)) {
      throw new AssertionError("a complete build needs the program " + name);
    }
    return new InstalledProgram(found);
  }

  public Run run(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(path.toString()));
    words.addAll(List.of(arguments));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private static Path find(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(Path.of("/nonexistent", name));
  }
}
