package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.app.definitions.Definition;
import org.iommuscope.app.definitions.Definitions;
import org.iommuscope.app.definitions.Target;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.app.files.PlanWriter;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.definitions.Source;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.RandomHosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every plan of the repository goes to every other program and comes back as it was. */
class ExportedPlansTest {

  private static final Path DESKTOP = Path.of("..", "captures", "q35-desktop-k61");

  @TempDir Path folder;

  static List<Path> plans() throws IOException {
    List<Path> plans = new ArrayList<>();
    for (Path root : List.of(Path.of("..", "captures"), Path.of("src", "test", "resources"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith("plan.json")).sorted().forEach(plans::add);
      }
    }
    return plans;
  }

  @ParameterizedTest
  @MethodSource("plans")
  void comes_back_as_it_was(Path plan) throws Exception {
    requireSame(read(Files.readAllBytes(plan)), host(plan));
  }

  @Test
  void what_chance_makes_comes_back_as_it_was() throws Exception {
    for (int seed = 0; seed < 60; seed++) {
      RandomHosts made = RandomHosts.of("export " + seed);

      requireSame(PlanFile.of(made.plan()), made.host());
    }
  }

  private static void requireSame(PlanFile before, HostTopology host) throws CommandFailure {
    for (Target target : Target.all()) {
      Definitions written = target.write(before, host);

      assertEquals(text(before), back(reversed(written.files()), host), target.word());
      assertEquals(text(before), back(one(written.stream()), host), target.word());
    }
  }

  /** Globs hand files over by their names, not in the plan's order. */
  private static List<Source> reversed(List<Definition> files) {
    return files.reversed().stream().map(file -> new Source(file.fileName(), file.text())).toList();
  }

  private static List<Source> one(String stream) {
    return List.of(new Source("stream", stream));
  }

  private static String back(List<Source> sources, HostTopology host) throws CommandFailure {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), err, err);
    PlanFile plan = InputDefinition.plan(sources, Optional.of(host), terminal);
    return text(plan) + said.toString(StandardCharsets.UTF_8);
  }

  private static String text(PlanFile plan) {
    return new PlanWriter().write(plan);
  }

  private static PlanFile read(byte[] content) {
    PlanReader reader = new PlanReader(RuleProfiles.all().stream().map(RuleProfile::id).toList());
    return assertInstanceOf(PlanReading.Opened.class, reader.read("plan", content)).file();
  }

  /** The machine in whose folder a plan lies. */
  private static HostTopology host(Path plan) throws CommandFailure {
    Path own = plan.resolve("..", "..", "..").normalize().resolve("capture.tar.gz");
    Path capture = Files.exists(own) ? own : DESKTOP.resolve("capture.tar.gz");
    TopologyImporter importer = new TopologyImporter(PciNames::none);
    return CaptureArguments.read(List.of(capture.toString()), importer, silent()).host();
  }

  /** No note helps: the options alone say as much as QEMU has words for. */
  @Test
  void qemu_says_devices_buses_and_vIOMMU_without_the_note() throws Exception {
    Path plan = DESKTOP.resolve(Path.of("plans", "viommu-two-slots", "plan.json"));
    PlanFile before = read(Files.readAllBytes(plan));
    HostTopology host = host(plan);
    Target qemu = Target.byWord("qemu").orElseThrow();

    String bare = qemu.write(before, host).stream().replaceAll("# iommuscope-plan: .*\n", "");

    PlanFile back = InputDefinition.plan(one(bare), Optional.of(host), silent());
    assertEquals(before.plan().guests(), back.plan().guests());
  }

  /** And libvirt binds the functions, too. */
  @Test
  void libvirt_says_devices_slots_and_drivers_without_the_note() throws Exception {
    Path plan = DESKTOP.resolve(Path.of("plans", "viommu-two-slots", "plan.json"));
    PlanFile before = read(Files.readAllBytes(plan));
    HostTopology host = host(plan);
    Target libvirt = Target.byWord("libvirt").orElseThrow();

    String bare =
        libvirt.write(before, host).stream().replaceAll("(?s)<metadata>.*?</metadata>", "");

    PlanFile back = InputDefinition.plan(one(bare), Optional.of(host), silent());
    assertEquals(
        before.plan().guests().getFirst().withDevices(List.of()),
        back.plan().guests().getFirst().withDevices(List.of()));
    assertEquals(
        List.of("0000:04:00.0 at 5.0", "0000:04:00.1 at 6.0"),
        back.plan().guests().getFirst().devices().stream()
            .map(device -> device.device() + " at " + device.slot().orElse("none"))
            .toList());
    assertEquals(
        List.of("0000:01:00.0", "0000:04:00.0", "0000:04:00.1"),
        back.plan().bindings().keySet().stream().map(Object::toString).sorted().toList());
  }

  @Test
  void what_was_changed_in_the_definition_counts() throws Exception {
    Path plan = DESKTOP.resolve(Path.of("plans", "viommu-two-slots", "plan.json"));
    HostTopology host = host(plan);
    Target qemu = Target.byWord("qemu").orElseThrow();
    String script = qemu.write(read(Files.readAllBytes(plan)), host).stream();

    PlanFile back =
        InputDefinition.plan(
            one(
                script.replaceFirst(
                    "-device vfio-pci,host=0000:04:00.1", "-device vfio-pci,host=0000:04:00.2")),
            Optional.of(host),
            silent());

    assertEquals(
        List.of("0000:04:00.0", "0000:04:00.2"),
        back.plan().guests().getFirst().devices().stream()
            .map(device -> device.device().text())
            .toList());
  }

  private static Terminal silent() {
    PrintStream none = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Terminal(new ByteArrayInputStream(new byte[0]), none, none);
  }

  /** Whoever pastes the script keeps his root disk, now and after the next boot. */
  @Test
  void commands_take_nothing_that_the_host_uses() throws Exception {
    Path plan =
        Path.of("..", "captures", "q35-desktop-in-use", "plans", "what-the-host-uses", "plan.json");
    String disk = "0000:00:1f.2";

    String script =
        Target.byWord("commands")
            .orElseThrow()
            .write(read(Files.readAllBytes(plan)), host(plan))
            .stream();

    List<String> commands = script.lines().filter(line -> !line.startsWith("#")).toList();
    assertEquals(List.of(), commands.stream().filter(line -> line.contains(disk)).toList());
    assertEquals(
        List.of(), commands.stream().filter(line -> line.startsWith("virsh start files")).toList());
    assertEquals(
        List.of(),
        script
            .lines()
            .filter(line -> line.contains("driver_override") && line.contains(disk))
            .toList());
  }

  @Test
  void a_folder_gets_a_file_for_each_guest() throws IOException {
    Path plan = DESKTOP.resolve(Path.of("plans", "viommu-two-slots", "plan.json"));
    CommandRun run =
        CommandRun.of(
            "export",
            DESKTOP.resolve("capture.tar.gz").toString(),
            plan.toString(),
            "--to",
            "proxmox",
            "-o",
            folder.resolve("new") + "/");

    assertEquals(ExitStatus.DONE, run.status(), run.err());
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      assertEquals(
          List.of("100.conf", "101.conf", "102.conf", "pci.cfg"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void an_unknown_program_is_refused_with_those_that_are_known() {
    CommandRun run =
        CommandRun.of("export", DESKTOP.resolve("capture.tar.gz").toString(), "-", "--to", "xen");

    assertEquals(ExitStatus.UNUSABLE, run.status());
    assertEquals(
        "iommuscope: --to: found xen, expected one of libvirt, qemu, proxmox, kubevirt, commands\n",
        run.err());
  }
}
