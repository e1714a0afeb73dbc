package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iommuscope.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The smallest repair of the plans that the project keeps, and of a few more. */
class RepairCommandTest {

  private static final String SAMPLE = "../captures/q35-qemu-k61/capture.tar.gz";

  @TempDir private Path folder;

  static List<Path> plans() throws IOException {
    return VerdictGoldensTest.plans();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void repairs_a_plan_as_before(Path plan) {
    Path capture = plan.resolveSibling(Path.of("..", "..", "capture.tar.gz")).normalize();
    CommandRun run = CommandRun.of("repair", capture.toString(), plan.toString());

    assertEquals("", run.err());
    Golden.at(plan.resolveSibling("repair.txt"))
        .requireEqual(run.out() + "exit status " + run.status() + "\n");
  }

  @Test
  void gives_the_second_guest_another_virtual_function() throws IOException {
    Path plan =
        plan(
            """
            {"format": "iommuscope-plan/1",
             "bindings": {"0000:06:10.0": "vfio-pci"},
             "guests": [{"name": "A", "devices": [{"host": "0000:06:10.0"}]},
                        {"name": "B", "comment": "kept", "devices": [{"host": "0000:06:10.0"}]}]}
            """);
    Path repaired = folder.resolve("repaired.json");

    CommandRun run = CommandRun.of("repair", SAMPLE, plan.toString(), "-o", repaired.toString());

    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().startsWith("repair 1   costs 20: "), run.out());
    assertTrue(Files.readString(repaired).contains("\"comment\": \"kept\""));
    assertEquals(0, CommandRun.of("validate", SAMPLE, repaired.toString()).status());
  }

  @Test
  void names_the_wish_that_nobody_can_grant_and_writes_nothing() throws IOException {
    Path plan =
        plan(
            """
            {"format": "iommuscope-plan/1",
             "guests": [{"name": "A", "devices": [{"host": "0000:06:10.0"}]},
                        {"name": "B", "devices": [{"host": "0000:77:00.0"}]}]}
            """);
    Path repaired = folder.resolve("repaired.json");

    CommandRun run = CommandRun.of("repair", SAMPLE, plan.toString(), "-o", repaired.toString());

    assertEquals(1, run.status());
    assertTrue(run.out().contains("guest B wants 0000:77:00.0\n"), run.out());
    assertFalse(run.out().contains("guest A"), run.out());
    assertFalse(Files.exists(repaired));
  }

  @Test
  void leaves_a_lawful_plan_alone() throws IOException {
    Path plan = plan("{\"format\": \"iommuscope-plan/1\", \"guests\": []}");

    CommandRun run = CommandRun.of("repair", SAMPLE, plan.toString());

    assertEquals("nothing to repair: every step attaches\n", run.out());
    assertEquals(0, run.status());
  }

  private Path plan(String text) throws IOException {
    return Files.writeString(folder.resolve("plan.json"), text);
  }
}
