package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ask, by the numbers of {@code docs/questions.md}, and what the program says. */
class UserQuestionsTest {

  private static final Path CAPTURES = Path.of("..", "captures");
  private static final int QUESTIONS = 25;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvFileSource(
      resources = "/questions/captured.csv",
      delimiter = '|',
      quoteCharacter = '^',
      numLinesToSkip = 1)
  void is_answered_of_a_captured_machine(int number, String line, String sentence) {
    assertSays(number, CommandRun.of(words(line)), sentence);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/questions/planned.csv",
      delimiter = '|',
      quoteCharacter = '^',
      numLinesToSkip = 1)
  void is_answered_of_a_plan(int number, String machine, String plan, String sentence)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("plan.json"), "{\"format\": \"iommuscope-plan/1\", " + plan + "}");
    assertSays(number, CommandRun.of("validate", capture(machine), file.toString()), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | proc/cmdline | quiet pcie_acs_override=downstream | unsafe: the kernel was started with pcie_acs_override=downstream",
        "23 | sys/bus/pci/devices/0000:01:00.0/mdev_supported_types/i915-GVTg_V5_4/available_instances | 1 | divided among guests by mdevs: 0000:01:00.0",
        "24 | proc/modules | vfio 1 0 - Live 0x0 | the module vfio_mdev is not loaded",
        "24 | proc/modules | vfio 1 0 - Live 0x0 | the module vfio_iommu_type1 is not loaded",
      })
  void is_answered_of_a_host_that_has_it(int number, String file, String text, String sentence)
      throws IOException {
    String device = "sys/bus/pci/devices/0000:01:00.0/";
    write("proc/version", "Linux version 5.10.0 (someone)");
    write(device + "vendor", "0x8086");
    write(device + "device", "0x1912");
    write(device + "class", "0x030000");
    write(device + "mdev_supported_types/i915-GVTg_V5_4/device_api", "vfio-pci");
    write("sys/kernel/iommu_groups/1/devices/0000:01:00.0/vendor", "0x8086");
    write(file, text);
    assertSays(number, CommandRun.of("inspect", folder.toString()), sentence);
  }

  @Test
  void large_resources_are_told_for_the_guest_s_address_width() throws IOException {
    String device = "sys/bus/pci/devices/0000:01:00.0/";
    write(device + "vendor", "0x10de");
    write(device + "device", "0x2330");
    write(device + "class", "0x030200");
    write(device + "resource", "0x0000010000000000 0x00000107ffffffff 0x000000000014220c");
    Path plan =
        Files.writeString(
            folder.resolve("plan.json"),
            """
            {"format": "iommuscope-plan/1", "guests": [{"name": "A", "devices": [{"host": "0000:01:00.0"}]}]}
            """);
    assertSays(
        19,
        CommandRun.of("validate", folder.toString(), plan.toString()),
        "0000:01:00.0 has resources of 32 GiB");
  }

  /** Row 25 has its text in the copies of the window, and its refusal here. */
  @Test
  void every_question_has_a_row_in_the_table() throws IOException {
    List<String> rows = Files.readAllLines(Path.of("..", "docs", "questions.md"));
    IntStream.rangeClosed(1, QUESTIONS)
        .forEach(number ->
            assertTrue(
                rows.stream().anyMatch(row -> row.startsWith("| " + number + " |")),
                "no row " + number));
  }

  private void write(String file, String text) throws IOException {
    Path place = folder.resolve(file);
    Files.createDirectories(place.getParent());
    Files.writeString(place, text + "\n");
  }

  private static void assertSays(int number, CommandRun run, String sentence) {
    assertEquals("", run.err(), "question " + number);
    assertTrue(run.out().contains(sentence), "question " + number + ": " + run.out());
  }

  /** A command line in which a machine's name stands for its capture, and a plan's for its file. */
  private static String[] words(String line) {
    List<String> given = Arrays.asList(line.split(" "));
    String machine = given.get(1);
    return given.stream()
        .map(word -> Files.isDirectory(CAPTURES.resolve(word)) ? capture(word) : word)
        .map(word -> planOr(machine, word))
        .toArray(String[]::new);
  }

  private static String planOr(String machine, String word) {
    Path plan = CAPTURES.resolve(Path.of(machine, "plans", word, "plan.json"));
    return Files.exists(plan) ? plan.toString() : word;
  }

  private static String capture(String machine) {
    return CAPTURES.resolve(Path.of(machine, "capture.tar.gz")).toString();
  }
}
