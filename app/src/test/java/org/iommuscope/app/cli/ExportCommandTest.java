package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.iommuscope.app.definitions.Definition;
import org.iommuscope.app.definitions.Definitions;
import org.iommuscope.app.definitions.Target;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanWriter;
import org.iommuscope.imports.definitions.Source;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that goes to another program comes back as it was. */
class ExportCommandTest {

  private static final Path MACHINE =
      ExportedPlans.CAPTURES.resolve("q35-desktop-k61").resolve("capture.tar.gz");

  private static final String PLAN =
      """
      {"format": "iommuscope-plan/1",
       "bindings": {"0000:04:00.0": "vfio-pci", "0000:04:00.1": "vfio-pci"},
       "guests": [{"name": "A", "devices": [{"host": "0000:04:00.0"}, {"host": "0000:04:00.1"}]}]}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"libvirt", "qemu", "proxmox", "kubevirt", "commands"})
  void plans_that_chance_made_come_back(String word) throws CommandFailure {
    Target target = Target.byWord(word).orElseThrow();
    HostTopology host = ExportedPlans.read(MACHINE);
    Random chance = new Random(6);
    for (int n = 0; n < 100; n++) {
      PlanFile file = ExportedPlans.plan(ExportedPlans.random(host, chance));
      assertComesBack(file, target.write(file, host), host);
    }
  }

  private static void assertComesBack(PlanFile file, Definitions written, HostTopology host)
      throws CommandFailure {
    String expected = new PlanWriter().write(file);
    List<Source> files =
        written.files().stream().map(each -> new Source(each.fileName(), each.text())).toList();
    List<Source> stream = List.of(new Source("stream", written.stream()));
    assertEquals(expected, read(files, Optional.of(host)), written::stream);
    assertEquals(expected, read(stream, Optional.of(host)), written::stream);
    assertEquals(expected, read(stream, Optional.empty()), written::stream);
  }

  /** The plan, and what was said while it was read. */
  private static String read(List<Source> sources, Optional<HostTopology> host)
      throws CommandFailure {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), print, print);
    PlanFile plan = InputDefinition.plan(sources, host, terminal);
    return new PlanWriter().write(plan) + said.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"libvirt", "qemu", "proxmox", "kubevirt", "commands"})
  void what_is_not_said_stands_in_the_files_too(String word) throws CommandFailure {
    HostTopology host = ExportedPlans.read(MACHINE);
    Random chance = new Random(7);
    for (int n = 0; n < 40; n++) {
      PlanFile file = ExportedPlans.plan(ExportedPlans.random(host, chance));
      Definitions written = Target.byWord(word).orElseThrow().write(file, host);
      String text =
          written.stream()
              .replace("%3A", ":")
              .replace("%C3%A4", "ä")
              .replace("- -", "--")
              .replace("%25", "%");
      written.unsaid().stream()
          .filter(sentence -> !sentence.contains("pci.cfg"))
          .forEach(sentence -> assertTrue(text.contains(sentence), () -> sentence + "\n" + text));
    }
  }

  @Test
  void an_edited_definition_counts_before_its_note() throws IOException {
    Path xml = folder.resolve("A.xml");
    CommandRun.of("export", MACHINE.toString(), plan(), "--to", "libvirt", "-o", xml.toString());
    Files.writeString(
        xml,
        Files.readString(xml)
            .replace(
                "bus='0x04' slot='0x00' function='0x1'", "bus='0x02' slot='0x00' function='0x0'"));

    CommandRun run = CommandRun.of("import-plan", xml.toString());

    assertTrue(run.out().contains("{\"host\": \"0000:02:00.0\"}"), run::out);
    assertTrue(!run.out().contains("{\"host\": \"0000:04:00.1\"}"), run::out);
    assertEquals(
        """
        iommuscope: A: 0000:02:00.0 was added to the definition after its export
        iommuscope: A: 0000:04:00.1 was taken out of the definition since
        """,
        run.err());
  }

  @Test
  void a_mapping_of_a_cluster_is_the_function_that_it_names() throws CommandFailure {
    PlanFile file = ExportedPlans.plan(PLAN);
    List<Source> mapped =
        Target.byWord("proxmox")
            .orElseThrow()
            .write(file, ExportedPlans.read(MACHINE))
            .files()
            .stream()
            .map(each ->
                new Source(
                    each.fileName(),
                    each.text()
                        .replaceFirst("hostpci0: [^,]*", "hostpci0: mapping=pci-0000-04-00-0")))
            .toList();
    assertEquals(new PlanWriter().write(file), read(mapped, Optional.empty()));
  }

  @Test
  void a_part_of_the_files_is_a_part_of_the_plan() throws CommandFailure {
    HostTopology host = ExportedPlans.read(MACHINE);
    PlanFile two =
        ExportedPlans.plan(
            """
            {"format": "iommuscope-plan/1", "guests": [{"name": "A"}, {"name": "B"}],
             "sequence": [{"start": "B"}, {"start": "A"}]}
            """);
    List<Definition> files = Target.byWord("libvirt").orElseThrow().write(two, host).files();
    Source first = new Source("A.xml", files.getFirst().text());

    assertTrue(
        read(List.of(first), Optional.empty())
            .endsWith(
                "iommuscope: 1 guests of the plan are not among the definitions; its order of steps"
                    + " is left out\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"guests\": [5]}",
        "{\"guests\": [{\"name\": \"A\"}, {\"name\": \"A\"}]}",
        "{\"format\": \"iommuscope-plan/2\", \"x-guests\": 1, \"guests\": []}"
      })
  void a_broken_note_is_passed_over_and_said(String note) throws CommandFailure {
    String read = read(List.of(noted(note)), Optional.empty());

    assertTrue(read.contains("{\"host\": \"0000:04:00.0\"}"), read);
    assertTrue(read.endsWith("; it is passed over\n"), read);
  }

  @Test
  void what_a_note_says_beside_the_plan_may_be_nonsense() throws CommandFailure {
    String note =
        "{\"guests\": [{\"name\": \"A\", \"devices\": [{\"host\": \"0000:04:00.0\"}]}],"
            + " \"x-guests\": 99999999999999999999, \"x-guest\": -1, \"x-binds\": 3,"
            + " \"x-carries\": [\"\", \"=\", \"a=\", 5, {}]}";

    String read = read(List.of(noted(note)), Optional.empty());

    assertTrue(read.contains("{\"host\": \"0000:04:00.0\"}"), read);
  }

  private static Source noted(String note) {
    return new Source(
        "A.sh",
        "# iommuscope-plan: "
            + note
            + "\nqemu-system-x86_64 -name guest=A -device vfio-pci,host=0000:04:00.0\n");
  }

  @Test
  void refuses_what_it_cannot_write() throws IOException {
    Path empty =
        Files.writeString(
            folder.resolve("e.json"), "{\"format\": \"iommuscope-plan/1\", \"guests\": []}");
    assertRefused(
        empty + " has no guest; expected one at least to export to qemu",
        empty.toString(),
        "--to",
        "qemu");
    assertRefused(
        "/dev/full cannot be written: No space left on device",
        plan(),
        "--to",
        "qemu",
        "-o",
        "/dev/full");
  }

  private static void assertRefused(String sentence, String plan, String... options) {
    String[] words =
        Stream.concat(Stream.of("export", MACHINE.toString(), plan), Stream.of(options))
            .toArray(String[]::new);
    CommandRun run = CommandRun.of(words);
    assertEquals("iommuscope: " + sentence + "\n", run.err());
    assertEquals(ExitStatus.UNUSABLE, run.status());
  }

  private String plan() throws IOException {
    return Files.writeString(folder.resolve("plan.json"), PLAN).toString();
  }
}
