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
import java.util.stream.Stream;
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
    InstalledProgram qemu = InstalledProgram.named("qemu-system-x86_64");
    int started = 0;
    for (PlanFile plan : plans(8)) {
      for (Definition file : write("qemu", plan).files()) {
        List<String> words = arguments(file.text());
        // QEMU 7.2 knows neither; it stops at the first device that is not there.
        boolean isTooNew =
            words.stream().anyMatch(word -> word.contains("iommufd") || word.contains("vf-token"));
        boolean hasDevice = words.stream().anyMatch(word -> word.startsWith("vfio-pci"));
        if (!isTooNew && hasDevice) {
          started++;
          InstalledProgram.Run run = qemu.run(words.toArray(String[]::new));
          assertTrue(run.output().matches(NO_DEVICE), () -> run.output() + file.text());
        }
      }
    }
    assertTrue(started >= 5, "started " + started);
  }

  /** The words behind the program, without KVM and with little memory. */
  private static List<String> arguments(String script) {
    String command = script.substring(script.indexOf("\nqemu-system") + 1).replace("\\\n", " ");
    List<String> words = new ArrayList<>();
    Stream.of(command.strip().split("\\s+(?=-)"))
        .skip(1)
        .forEach(
            option -> {
              int blank = option.indexOf(' ');
              words.add(option.substring(0, blank));
              words.add(
                  option
                      .substring(blank + 1)
                      .replaceAll("^'|'$", "")
                      .replace("'\\''", "'")
                      .replace("accel=kvm,kernel-irqchip=split", "accel=tcg")
                      .replace("accel=kvm", "accel=tcg")
                      .replaceAll("^4G$", "64M")
                      // No machine has this segment, so the test opens no device of its host.
                      .replaceAll("host=[0-9a-f]{4,8}:", "host=ffff:"));
            });
    words.addAll(List.of("-display", "none"));
    return words;
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
  void mdevctl_defines_the_mdev_by_our_words_as_by_a_file_of_its_own() throws Exception {
    assumeTrue(Boolean.getBoolean("complete"), "defines an mdev on this machine");
    InstalledProgram mdevctl = InstalledProgram.named("mdevctl");
    String script = Files.readString(writeMdev());
    String define =
        script.lines().filter(line -> line.startsWith("mdevctl define")).findFirst().orElseThrow();
    List<String> words = List.of(define.split(" "));
    Path file =
        Files.writeString(
            folder.resolve("mdev.json"),
            "{\"mdev_type\": \"ora-mdev-pci-type1\", \"start\": \"manual\", \"attrs\": []}");

    String ours = defined(mdevctl, words.subList(1, words.size()));
    String theirs =
        defined(
            mdevctl,
            List.of("define", "--uuid", UUID, "--parent", PARENT, "--jsonfile", file.toString()));

    assertTrue(ours.contains("ora-mdev-pci-type1"), ours);
    assertEquals(theirs, ours);
  }

  /** What mdevctl knows after a definition, which is then undone. */
  private static String defined(InstalledProgram mdevctl, List<String> words) throws Exception {
    Path kept = Path.of("/etc/mdevctl.d", PARENT);
    boolean wasThere = Files.exists(kept);
    try {
      assertEquals("", mdevctl.run(words.toArray(String[]::new)).output());
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
