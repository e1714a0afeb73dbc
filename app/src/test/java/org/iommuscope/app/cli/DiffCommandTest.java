package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iommuscope.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

  private static final Path CAPTURES = Path.of("..", "captures");
  private static final Path GOLDENS = Path.of("src", "test", "resources", "diff");

  @TempDir Path folder;

  @Test
  void ends_with_0_where_nothing_changed() {
    CommandRun run = CommandRun.of("diff", capture("q35-qemu-k61"), capture("q35-qemu-k61"));

    assertEquals("no differences\n", run.out());
    assertEquals(ExitStatus.DONE, run.status());
  }

  /** The second host is the first with one port less, so that every bus behind it has moved up. */
  @Test
  void follows_devices_over_new_bus_numbers() throws IOException {
    CommandRun run =
        CommandRun.of("diff", capture("q35-sriov-k61"), capture("q35-sriov-noacs-k61"));

    assertEquals(1, run.status(), run.err());
    Golden.at(GOLDENS.resolve("sriov-noacs.txt")).requireEqual(run.out());
  }

  @Test
  void prints_the_json_of_the_contract() throws IOException {
    CommandRun run =
        CommandRun.of("diff", capture("q35-desktop-k61"), capture("q35-iommu-off-k61"), "--json");

    assertEquals(1, run.status(), run.err());
    Golden.at(GOLDENS.resolve("iommu-off.json")).requireEqual(run.out());
  }

  @Test
  void names_the_plans_that_break() throws IOException {
    Path breaks = plan("breaks.json", "0000:01:00.0");
    Path holds = plan("holds.json", "0000:01:00.0");

    CommandRun run =
        CommandRun.of(
            "diff",
            capture("q35-desktop-k61"),
            capture("q35-iommu-off-k61"),
            "--plan",
            breaks.toString());

    assertTrue(run.out().contains(breaks + " BREAKS: attaches → refused"), run.out());
    CommandRun same =
        CommandRun.of(
            "diff",
            capture("q35-desktop-k61"),
            capture("q35-desktop-k61"),
            "--plan",
            holds.toString());
    assertTrue(same.out().contains(holds + " stands: attaches → attaches"), same.out());
    assertEquals(ExitStatus.DONE, same.status());
  }

  @Test
  void says_that_a_planned_device_has_another_address_now() throws IOException {
    Path plan = plan("moved.json", "0000:02:00.0");

    CommandRun run =
        CommandRun.of(
            "diff",
            capture("q35-sriov-k61"),
            capture("q35-sriov-noacs-k61"),
            "--json",
            "--plan",
            plan.toString());

    assertTrue(run.out().contains("\"breaks\": true"), run.out());
    assertTrue(
        run.out()
            .contains(
                "{\"change\": \"moved\", \"before\": \"0000:02:00.0\", \"after\":"
                    + " \"0000:01:00.0\", \"because\": \"same ids, same slot path\"}"),
        run.out());
  }

  @Test
  void refuses_standard_input_twice() {
    CommandRun run = CommandRun.of("diff", "-", "-");

    assertEquals(ExitStatus.UNUSABLE, run.status());
    assertEquals("iommuscope: standard input can be one of the captures, not both\n", run.err());
  }

  private Path plan(String name, String device) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        {"format": "iommuscope-plan/1",
         "bindings": {"%1$s": "vfio-pci"},
         "guests": [{"name": "A", "devices": [{"host": "%1$s"}]}]}
        """
            .formatted(device));
  }

  private static String capture(String machine) {
    return CAPTURES.resolve(machine).resolve("capture.tar.gz").toString();
  }
}
