package org.iommuscope.app.screenshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another project uses the comparison in its tests: {@code src/test/projects/host-pictures}. */
class ExampleProjectTest {

  private static final Path EXAMPLE = Path.of("src", "test", "projects", "host-pictures");
  private static final Path STORED = Path.of("src", "test", "resources", "pictures", "host.png");

  @TempDir private Path project;

  private record Run(int status, String output) {}

  @BeforeEach
  void copyAndCompile() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      files.filter(Files::isRegularFile).forEach(this::copy);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes().toString(),
                project.resolve("src/test/java/example/HostPictureTest.java").toString());
    assertEquals(0, status);
  }

  @Test
  void its_tests_pass_on_its_stored_pictures() throws IOException, InterruptedException {
    Run run = run(List.of());
    assertEquals(0, run.status(), run.output());
    assertTrue(run.output().contains("2 passed"), run.output());
  }

  @Test
  void a_mismatch_leaves_what_was_seen_and_the_difference()
      throws IOException, InterruptedException {
    byte[] wanted = Files.readAllBytes(project.resolve(STORED));
    Files.write(project.resolve(STORED), new Pixels(9, 9, new int[81]).toPng());
    Run run = run(List.of());
    assertEquals(1, run.status());
    assertTrue(run.output().contains("accept it with -Dgoldens=rewrite"), run.output());
    Path left = project.resolve("target/pictures");
    assertArrayEquals(wanted, Files.readAllBytes(left.resolve("host.actual.png")));
    assertTrue(Files.exists(left.resolve("host.difference.png")));
  }

  @Test
  void one_command_accepts() throws IOException, InterruptedException {
    byte[] wanted = Files.readAllBytes(project.resolve(STORED));
    Files.delete(project.resolve(STORED));
    Run run = run(List.of("-Dgoldens=rewrite"));
    assertEquals(0, run.status(), run.output());
    assertArrayEquals(wanted, Files.readAllBytes(project.resolve(STORED)));
  }

  private Run run(List<String> properties) throws IOException, InterruptedException {
    String path = classes() + ":" + System.getProperty("java.class.path");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        Stream.of(
                Stream.of(java.toString(), "--enable-native-access=ALL-UNNAMED", "-cp", path),
                properties.stream(),
                Stream.of(JUnitRun.class.getName(), "example.HostPictureTest"))
            .flatMap(parts -> parts)
            .toList();
    Process process =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private Path classes() {
    return project.resolve("target/test-classes");
  }

  private void copy(Path file) {
    try {
      Path copy = project.resolve(EXAMPLE.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
