package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPlanCommandTest {

  private static final String MACHINE =
      Path.of("..", "captures", "q35-desktop-k61", "capture.tar.gz").toString();

  private static final String CONF =
      "memory: 2048\nname: vm\nmachine: q35\nhostpci0: 04:00\nhostpci1: mapping=gpus\n";

  @TempDir Path folder;

  @Test
  void prints_a_plan_with_what_it_has_no_word_for() throws IOException {
    Path conf = Files.writeString(folder.resolve("101.conf"), CONF);

    CommandRun run = CommandRun.of("import-plan", conf.toString(), "--host", MACHINE);

    assertEquals(ExitStatus.DONE, run.status());
    assertEquals(
        """
        {
          "x-unknown": ["%1$s:5: hostpci1 names a mapping of the cluster; expected addresses", "%1$s: vm: not taken over, as a plan has no word for it: memory"],
          "format": "iommuscope-plan/1",
          "bindings": {
            "0000:04:00.0": "vfio-pci",
            "0000:04:00.1": "vfio-pci",
            "0000:04:00.2": "vfio-pci"
          },
          "guests": [
            {
              "name": "vm",
              "devices": [
                {"host": "0000:04:00.0"},
                {"host": "0000:04:00.1"},
                {"host": "0000:04:00.2"}
              ]
            }
          ]
        }
        """
            .formatted(conf)
            .replaceAll("\\s+", " "),
        run.out().replaceAll("\\s+", " "));
    assertEquals(
        "iommuscope: "
            + conf
            + ":5: hostpci1 names a mapping of the cluster; expected addresses\n"
            + "iommuscope: "
            + conf
            + ": vm: not taken over, as a plan has no word for it: memory\n",
        run.err());
  }

  @Test
  void what_it_writes_is_a_plan_file() throws IOException {
    Path conf = Files.writeString(folder.resolve("101.conf"), CONF);
    Path plan = folder.resolve("plan.json");

    CommandRun.of("import-plan", conf.toString(), "--host", MACHINE, "-o", plan.toString());

    CommandRun judged = CommandRun.of("validate", MACHINE, plan.toString());
    assertTrue(judged.out().contains("plan attaches"), judged.out() + judged.err());
  }

  @Test
  void a_definition_is_judged_in_the_place_of_a_plan() {
    CommandRun run =
        CommandRun.with(
            CONF.getBytes(StandardCharsets.UTF_8), new Display(false), "validate", MACHINE, "-");

    assertTrue(run.out().contains("plan attaches"), run.out() + run.err());
  }

  @Test
  void refuses_what_defines_no_machine() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "hello\n");

    CommandRun run = CommandRun.of("import-plan", notes.toString());

    assertEquals(ExitStatus.UNUSABLE, run.status());
    assertTrue(run.err().contains("holds a definition of no known form; tried libvirt"), run.err());
  }
}
