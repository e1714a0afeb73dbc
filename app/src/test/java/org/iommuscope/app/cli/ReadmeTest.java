package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/** What the README shows is what the program does. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final String CAPTURE = "../captures/q35-qemu-k61/capture.tar.gz";
  private static final String PLAN = "../docs/pictures/plan.json";

  @Test
  void the_picture_is_drawn_by_the_program() throws IOException {
    Path shown = ROOT.resolve("docs/pictures/sample.png");
    Path drawn = Files.createDirectories(Path.of("target/pictures")).resolve("sample.png");
    CommandRun run =
        CommandRun.of("render", CAPTURE, PLAN, "-o", drawn.toString(), "--width", "1000");
    assertEquals(0, run.status(), run.err());
    if ("rewrite".equals(System.getProperty("goldens"))) {
      Files.copy(drawn, shown, StandardCopyOption.REPLACE_EXISTING);
    }
    assertEquals(
        -1,
        Files.mismatch(shown, drawn),
        () -> shown + " is not what the program draws; look at " + drawn.toAbsolutePath());
  }

  @Test
  void the_verdict_is_said_by_the_program() throws IOException {
    CommandRun run = CommandRun.of("validate", CAPTURE, PLAN);
    assertEquals(ExitStatus.REFUSED, run.status(), run.err());
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertTrue(readme.contains(run.out().strip()), () -> "not in the README:\n" + run.out());
  }
}
