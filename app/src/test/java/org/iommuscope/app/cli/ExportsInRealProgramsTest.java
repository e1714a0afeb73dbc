package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.iommuscope.app.definitions.Definition;
import org.iommuscope.app.definitions.Definitions;
import org.iommuscope.app.definitions.Target;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.InstalledProgram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported, in the hands of the programs that it is for. */
class ExportsInRealProgramsTest {

  private static final Path MACHINE =
      ExportedPlans.CAPTURES.resolve("q35-desktop-k61").resolve("capture.tar.gz");

  /** All that QEMU may have to say on a host without the devices. */
  private static final String NO_DEVICE =
      "qemu-system-x86_64: -device vfio-pci.*: vfio [^ ]*: no such host device: No such file or"
          + " directory\n";

  /** No machine has this segment, so no mdev of the test's machine is meant. */
  private static final String PARENT = "ffff:01:00.0";

  private static final String UUID = "c0ffee00-0000-4000-8000-000000000002";

  private static HostTopology host;

  @TempDir Path folder;

  @Test
  void libvirt_s_schema_takes_every_domain() throws Exception {
    InstalledProgram schema = InstalledProgram.named("virt-xml-validate");
    List<String> files = new ArrayList<>();
    for (PlanFile plan : plans(12)) {
      for (Definition file : write("libvirt", plan).files()) {
        // The schema of libvirt 9 has no iommufd.
        String text = file.text().replace(" iommufd='yes'", "");
        files.add(Files.writeString(folder.resolve(files.size() + ".xml"), text).toString());
      }
    }
    assertTrue(files.size() > 30, files::toString);
    for (String file : files) {
      InstalledProgram.Run run = schema.run(file, "domain");
      assertEquals(file + " validates\n", run.output(), () -> text(file));
    }
  }

  @Test
  void qemu_misses_nothing_but_the_devices() throws Exception {
    InstalledProgram.named("qemu-system-x86_64");
    InstalledProgram shell = InstalledProgram.named("sh");
    int started = 0;
    for (PlanFile plan : plans(8)) {
      for (Definition file : write("qemu", plan).files()) {
        String script = withoutHost(file.text());
        // QEMU 7.2 knows neither; it stops at the first device that is not there.
        boolean isTooNew = script.contains(",iommufd=") || script.contains(",vf-token=");
        if (!isTooNew && script.contains("-device vfio-pci")) {
          started++;
          Path run = Files.writeString(folder.resolve(started + ".sh"), script);
          String said = shell.run(run.toString(), "-display", "none").output();
          assertTrue(said.matches(NO_DEVICE), () -> said + file.text());
        }
      }
    }
    assertTrue(started >= 5, "started " + started);
  }

  /**
   * A script that needs no KVM and little memory, and can open no device of the test's machine: no
   * machine has the segment.
   */
  private static String withoutHost(String script) {
    String command = script.substring(script.indexOf("qemu-system", script.lastIndexOf("\n# ")));
    return command
        .replace("accel=kvm,kernel-irqchip=split", "accel=tcg")
        .replace("accel=kvm", "accel=tcg")
        .replace("-m 4G", "-m 64M")
        .replaceAll("host=[0-9a-f]{4,8}:", "host=ffff:")
        .replace("/sys/bus/mdev/devices/", "/nonexistent/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"qemu", "commands"})
  void shellcheck_finds_nothing_in_a_script(String word) throws Exception {
    InstalledProgram shellcheck = InstalledProgram.named("shellcheck");
    List<String> files = new ArrayList<>();
    for (PlanFile plan : plans(5)) {
      for (Definition file : write(word, plan).files()) {
        files.add(Files.writeString(folder.resolve(files.size() + ".sh"), file.text()).toString());
      }
    }
    assertEquals("", shellcheck.run(files.toArray(String[]::new)).output());
  }

  /** It defines an mdev on the machine of the test, so only a complete build asks for it. */
  @Test
  void mdevctl_defines_from_our_file_what_it_defines_by_words() throws Exception {
    assumeTrue(Boolean.getBoolean("complete"), "defines an mdev on this machine");
    InstalledProgram mdevctl = InstalledProgram.named("mdevctl");
    InstalledProgram shell = InstalledProgram.named("sh");
    String script = Files.readString(writeMdev());
    int from = script.indexOf("mdevctl define");
    Path ours =
        Files.writeString(
            folder.resolve("define.sh"), script.substring(from, script.indexOf("mdevctl start")));

    String byOurs = defined(mdevctl, shell, List.of(ours.toString()));
    String byWords =
        defined(
            mdevctl,
            mdevctl,
            List.of("define", "-u", UUID, "-p", PARENT, "-t", "ora-mdev-pci-type1"));

    assertTrue(byOurs.contains("ora-mdev-pci-type1"), byOurs);
    assertEquals(byWords, byOurs);
  }

  /** What mdevctl knows after a definition, which is then undone. */
  private static String defined(
      InstalledProgram mdevctl, InstalledProgram program, List<String> words) throws Exception {
    Path kept = Path.of("/etc/mdevctl.d", PARENT);
    boolean wasThere = Files.exists(kept);
    try {
      assertEquals("", program.run(words.toArray(String[]::new)).output());
      return mdevctl.run("list", "--defined", "--dumpjson", "--uuid", UUID).output();
    } finally {
      mdevctl.run("undefine", "--uuid", UUID);
      if (!wasThere) {
        Files.deleteIfExists(kept);
      }
    }
  }

  private Path writeMdev() throws IOException {
    String plan =
        """
        {"format": "iommuscope-plan/1", "guests": [],
         "mdevs": [{"uuid": "%s", "parent": "%s",
                    "type": "ora-mdev-pci-type1"}]}
        """
            .formatted(UUID, PARENT);
    Definitions written = write("commands", ExportedPlans.plan(plan));
    return Files.writeString(folder.resolve("mdev.sh"), written.stream());
  }

  @BeforeAll
  static void readHost() throws CommandFailure {
    host = ExportedPlans.read(MACHINE);
  }

  private static List<PlanFile> plans(int random) throws IOException {
    List<PlanFile> plans = new ArrayList<>();
    for (Path plan : ExportedPlans.captured()) {
      plans.add(ExportedPlans.plan(Files.readString(plan)));
    }
    Random chance = new Random(8);
    for (int n = 0; n < random; n++) {
      plans.add(ExportedPlans.plan(ExportedPlans.random(host, chance)));
    }
    return plans.stream().filter(plan -> !plan.plan().guests().isEmpty()).toList();
  }

  private static Definitions write(String word, PlanFile plan) {
    return Target.byWord(word).orElseThrow().write(plan, host);
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
