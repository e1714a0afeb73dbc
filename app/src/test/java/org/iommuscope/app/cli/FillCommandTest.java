package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wishes on a captured machine, from the plan file to a lawful plan. */
class FillCommandTest {

  private static final String SAMPLE = "../captures/q35-qemu-k61/capture.tar.gz";

  @TempDir private Path folder;

  @Test
  void gives_a_gpu_with_its_audio_and_virtual_functions() throws IOException {
    Path plan =
        plan(
            """
            {"guest": "gpu", "devices": [{"category": "display", "with": ["audio"]}]},
            {"guest": "net", "guests": 3, "devices": [{"of": "0000:06:00.0"}]},
            {"keep": ["console", "0000:01:00.0"]}
            """);
    Path filled = folder.resolve("filled.json");

    CommandRun run = CommandRun.of("fill", SAMPLE, plan.toString(), "-o", filled.toString());

    assertEquals(
        """
        guest gpu gets 0000:04:00.0, 0000:04:00.1
          for: display with audio, the only one of its kind that can be given
          must leave their drivers, for they share its group: 0000:04:00.2
        guest net1 gets 0000:06:10.0
          for: VF of 0000:06:00.0, one of 4 that can be given
        guest net2 gets 0000:06:10.2
          for: VF of 0000:06:00.0, one of 4 that can be given
        guest net3 gets 0000:06:10.4
          for: VF of 0000:06:00.0, one of 4 that can be given
        no other choice takes less from the host
        """,
        run.out());
    assertEquals(0, run.status(), run.err());
    assertEquals(0, CommandRun.of("validate", SAMPLE, filled.toString()).status());
    assertTrue(Files.readString(filled).contains("\"keep\": [\"console\", \"0000:01:00.0\"]"));
  }

  @Test
  void says_why_there_are_too_few_and_writes_nothing() throws IOException {
    Path plan =
        plan(
            "{\"guest\": \"gpu\", \"guests\": 2, \"devices\": [{\"category\": \"display\"}]},"
                + "{\"keep\": [\"0000:04:00.1\"]}");
    Path filled = folder.resolve("filled.json");

    CommandRun run = CommandRun.of("fill", SAMPLE, plan.toString(), "-o", filled.toString());

    assertEquals(1, run.status());
    assertEquals(
        """
        cannot be filled in: 2 wanted of display, 1 can be given
          0000:04:00.0 shares its group with 0000:04:00.1, which stays with the host
        """,
        run.out());
    assertFalse(Files.exists(filled));
  }

  @Test
  void refuses_a_wish_that_it_cannot_read_with_its_line() throws IOException {
    Path plan = plan("{\"guest\": \"gpu\", \"devices\": [{\"category\": \"gpu\"}]}");

    CommandRun run = CommandRun.of("fill", SAMPLE, plan.toString());

    assertEquals(2, run.status());
    assertTrue(run.err().contains("plan.json, line 2"), run.err());
    assertTrue(run.err().contains("storage, network, display"), run.err());
  }

  private Path plan(String wishes) throws IOException {
    return Files.writeString(
        folder.resolve("plan.json"),
        "{\"format\": \"iommuscope-plan/1\", \"guests\": [], \"wishes\": [\n" + wishes + "]}");
  }
}
