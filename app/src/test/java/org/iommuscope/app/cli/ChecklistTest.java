package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan of one machine, held against it again and against another. */
class ChecklistTest {

  private static final String SWITCH = "../captures/q35-switch-k61/capture.tar.gz";

  @TempDir private Path folder;

  private String plan(String address, String slot, String mates) throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(
        file,
        """
        {"format": "iommuscope-plan/1",
         "host": {"fingerprint": "0", "captured": "2026-11-01",
                  "x-devices": [{"device": "%s", "ids": "8086:10d3", "slot": "%s", "group": 7, "mates": [%s]}]},
         "bindings": {"%s": "vfio-pci"},
         "guests": [{"name": "A", "devices": [{"host": "%s"}]}]}
        """
            .formatted(address, slot, mates, address, address));
    return file.toString();
  }

  @Test
  void says_that_a_group_has_one_more_member() throws IOException {
    String plan = plan("0000:03:00.0", "pci0000:00/2.0/0.0/0.0/0.0", "");

    CommandRun run = CommandRun.of("validate", SWITCH, plan);

    assertTrue(
        run.out()
            .endsWith(
                """
                the plan was made for this host as captured on 2026-11-01; it is other now
                  since then group 7 of 0000:03:00.0 has one more member: 0000:02:00.0
                """),
        run.out());
    assertTrue(
        CommandRun.of("validate", SWITCH, plan, "--json").out().contains("\"kind\": \"changed\""));
  }

  @Test
  void asks_for_a_device_of_another_host_and_takes_the_answer() throws IOException {
    String plan = plan("0000:21:00.0", "pci0000:00/3.0/0.0", "");

    CommandRun asked = CommandRun.of("validate", SWITCH, plan);
    CommandRun answered =
        CommandRun.of("validate", SWITCH, plan, "--take", "0000:21:00.0=0000:07:00.0");

    assertTrue(
        asked.out().contains("is 0000:07:00.0 meant (same ids, same slot path)?"), asked.out());
    assertEquals(1, asked.status());
    assertEquals(0, answered.status(), answered.out());
  }

  @Test
  void asks_before_a_plan_for_another_host_is_exported() throws IOException {
    String plan = plan("0000:21:00.0", "pci0000:00/3.0/0.0", "");

    CommandRun asked = CommandRun.of("export", SWITCH, plan, "--to", "qemu");
    CommandRun answered =
        CommandRun.of(
            "export", SWITCH, plan, "--to", "qemu", "--take", "0000:21:00.0=0000:07:00.0");

    assertTrue(
        asked.err().contains("is 0000:07:00.0 meant (same ids, same slot path)?"), asked.err());
    assertTrue(!answered.err().contains("meant"), answered.err());
    assertTrue(answered.out().contains("-device vfio-pci,host=0000:07:00.0"), answered.out());
  }
}
