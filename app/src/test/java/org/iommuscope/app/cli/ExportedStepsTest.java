package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that can be run one after the other, and slots that a guest has. */
class ExportedStepsTest {

  private static final String MACHINE =
      ExportedPlans.CAPTURES.resolve("q35-desktop-k61").resolve("capture.tar.gz").toString();

  @TempDir Path folder;

  @Test
  void a_guest_has_stopped_before_its_devices_are_touched() throws IOException {
    CommandRun run =
        export(
            "commands",
            "{\"host\": \"0000:04:00.0\"}",
            "{\"start\": \"A b\"}, {\"stop\": \"A b\"}, {\"unbind\": \"0000:04:00.0\"}");

    assertTrue(
        run.out()
            .contains(
                """
                virsh shutdown 'A b'
                until LC_ALL=C virsh domstate 'A b' | grep -q 'shut off'; do sleep 1; done
                """),
        run::out);
  }

  @Test
  void a_device_that_comes_later_keeps_its_iommufd_and_its_slot_is_said() throws IOException {
    CommandRun run =
        export(
            "commands",
            "{\"host\": \"0000:04:00.0\", \"addr\": \"3.0\", \"iommufd\": \"i0\", \"when\": \"later\"}",
            "{\"start\": \"A b\"}, {\"attach\": \"A b\", \"device\": \"0000:04:00.0\"}");

    assertTrue(run.out().contains("  <driver name='vfio' iommufd='yes'/>\n"), run::out);
    assertTrue(run.err().contains("A b: 0000:04:00.0 as it is attached: its slot 3.0"), run::err);
  }

  @Test
  void what_only_a_start_of_the_host_sets_is_done_by_hand() throws IOException {
    CommandRun run =
        export(
            "commands",
            "{\"host\": \"0000:04:00.0\"}",
            "{\"setParameter\": {\"name\": \"pcie_acs_override\", \"value\": \"downstream\"},"
                + " \"hypothetical\": true}");

    assertTrue(
        run.out().contains("the host is started with pcie_acs_override=downstream\n"), run::out);
    assertTrue(!run.out().contains("/sys/module//"), run::out);
    assertTrue(run.err().contains("step 0, which is only imagined: it is a comment"), run::err);
  }

  @Test
  void qemu_is_told_no_slot_twice_and_no_more_than_the_root_bus_has_without_a_word()
      throws IOException {
    CommandRun twice =
        export(
            "qemu",
            "{\"host\": \"0000:04:00.0\", \"addr\": \"3.0\"}, {\"host\": \"0000:04:00.1\", \"addr\": \"3\"}",
            "");
    String many =
        IntStream.range(0, 31)
            .mapToObj(n -> "{\"host\": \"0000:%02x:00.0\"}".formatted(n + 1))
            .collect(Collectors.joining(", "));

    assertTrue(
        twice.err().contains("0000:04:00.1: the guest's slot 3 is taken: choose another\n"),
        twice::err);
    assertTrue(
        export("qemu", many, "")
            .err()
            .contains("room for 31 slots of devices: the root bus has 30, put some behind a bus"));
  }

  @Test
  void a_dash_is_standard_output_or_refused_and_never_a_file() throws IOException {
    CommandRun printed = export("qemu", "{\"host\": \"0000:04:00.0\"}", "", "-o", "-");
    CommandRun refused =
        CommandRun.of(
            "validate", MACHINE, folder.resolve("plan.json").toString(), "--markdown", "-");

    assertTrue(printed.out().startsWith("#!/bin/sh\n"), printed::out);
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("- cannot be written: expected the name of a file"));
    assertTrue(Files.notExists(Path.of("-")));
  }

  @Test
  void a_plan_that_is_refused_is_written_and_called_refused() throws IOException {
    CommandRun run = export("qemu", "{\"host\": \"0000:04:00.0\"}", "");

    assertTrue(run.out().contains("host=0000:04:00.0"), run::out);
    assertTrue(
        run.err()
            .startsWith(
                "iommuscope: the plan is refused at step 0, rule group-is-viable: validate tells"),
        run::err);
  }

  @Test
  void kubevirt_is_told_that_a_type_has_no_captured_name_to_select_it_by() throws IOException {
    String uuid = "4a0a190f-dcf3-4def-9342-c48768f0c940";
    Path list = folder.resolve("mdevs.txt");
    Files.writeString(list, uuid + " 0000:00:02.0 i915-GVTg_V5_8 auto\n");
    export("kubevirt", "{\"sysfsdev\": \"/sys/bus/mdev/devices/" + uuid + "\"}", "");

    CommandRun run =
        CommandRun.of(
            "export", list.toString(), folder.resolve("plan.json").toString(), "--to", "kubevirt");

    assertTrue(run.out().contains("mdevNameSelector: 'i915-GVTg_V5_8'"), run::out);
    assertTrue(run.err().contains(uuid + ": the name of its type, which is not captured"));
  }

  private CommandRun export(String target, String devices, String steps, String... more)
      throws IOException {
    Path plan = folder.resolve("plan.json");
    Files.writeString(
        plan,
        """
        {"format": "iommuscope-plan/1",
         "bindings": {"0000:04:00.0": "vfio-pci"},
         "guests": [{"name": "A b", "devices": [%s]}]%s}
        """
            .formatted(devices, steps.isEmpty() ? "" : ", \"sequence\": [" + steps + "]"));
    List<String> words = new ArrayList<>(List.of("export", MACHINE, plan.toString()));
    words.addAll(List.of("--to", target));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray(String[]::new));
  }
}
