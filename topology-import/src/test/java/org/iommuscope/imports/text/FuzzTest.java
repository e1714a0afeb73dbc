package org.iommuscope.imports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some inputs of the fuzzer through all readers; {@code ./fuzz} is the long run. */
class FuzzTest {

  private static final int RUNS = 1500;
  private static final int PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  @Test
  void no_reader_fails_hangs_or_overflows() throws IOException, InterruptedException {
    Path seeds = folder.resolve("seeds");
    FuzzedReader.main(new String[] {seeds.toString()});
    Path log = folder.resolve("log");
    Process fuzzer =
        new ProcessBuilder(apart(command(seeds)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = fuzzer.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    fuzzer.descendants().forEach(ProcessHandle::destroyForcibly);
    fuzzer.destroyForcibly();
    assertTrue(ended, "the fuzzer did not end");
    assertEquals(0, fuzzer.exitValue(), () -> lastLines(log));
  }

  /**
   * The command as the child of a small shell. Linux lets a program begin with the largest memory
   * of the process that it took the place of, here that of the tests, and the fuzzer would take it
   * for its own.
   */
  private static List<String> apart(List<String> command) {
    return Stream.concat(Stream.of("sh", "-c", "\"$@\"; exit $?", "fuzzer"), command.stream())
        .toList();
  }

  private List<String> command(Path seeds) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:+EnableDynamicAgentLoading",
        "-cp",
        classPath(),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + FuzzedReader.class.getName(),
        "--instrumentation_includes=org.iommuscope.imports.**",
        "--reproducer_path=" + folder,
        "-artifact_prefix=" + folder + "/",
        "-runs=" + RUNS,
        "-seed=1",
        "-timeout=10",
        "-max_len=2048",
        seeds.toString());
  }

  /** Everything of this test on one class path, whether it runs with modules or without. */
  private static String classPath() {
    Path build = Path.of("target").toAbsolutePath();
    return Stream.of(
            build.resolve("test-classes").toString(),
            build.resolve("classes").toString(),
            System.getProperty("java.class.path", ""),
            System.getProperty("jdk.module.path", ""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static String lastLines(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }
}
