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
import org.junit.jupiter.params.provider.ValueSource;

class InspectTest {

  private static final Path CAPTURES = Path.of("..", "captures");

  /** Names for every test, so that none depends on this system's own file. */
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q35-qemu-k61",
        "q35-mdev-k510-after",
        "q35-noiommu-mode-kc612-after",
        "arm64-platform-members"
      })
  void prints_json_for_other_programs(String machine) throws IOException {
    CommandRun run = inspect(capture(machine), "--json");
    assertEquals("", run.err());
    assertEquals(ExitStatus.DONE, run.status());
    Golden.at(CAPTURES.resolve(machine).resolve("topology.json")).requireEqual(run.out());
  }

  @Test
  void prints_the_same_bytes_each_time() throws IOException {
    assertEquals(
        inspect(capture("q35-large-k612"), "--json").out(),
        inspect(capture("q35-large-k612"), "--json").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q35-qemu-k61",
        "q35-mdev-k510-after",
        "q35-noiommu-mode-kc612-after",
        "arm64-platform-members"
      })
  void prints_the_tree_for_people_as_wide_as_it_is(String machine) throws IOException {
    CommandRun run = inspect(capture(machine));
    assertEquals("", run.err());
    assertEquals(ExitStatus.DONE, run.status());
    Golden.at(CAPTURES.resolve(machine).resolve("inspect.txt")).requireEqual(run.out());
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 72, 100})
  void no_line_of_the_tree_is_wider_than_it_may_be(int width) throws IOException {
    CommandRun run = inspect(capture("q35-mdev-k510-after"), "--width", "" + width);
    List<String> tree =
        run.out().lines().skip(3).takeWhile(line -> !line.startsWith("Groups")).toList();
    assertTrue(tree.size() > 20, run.out());
    tree.forEach(line -> assertTrue(line.length() <= width, line));
    Golden.at(CAPTURES.resolve("q35-mdev-k510-after").resolve("inspect-" + width + ".txt"))
        .requireEqual(run.out());
  }

  @Test
  void gives_every_virtual_function_a_line_where_that_is_wanted() throws IOException {
    String folded = inspect(capture("q35-qemu-k61")).out();
    String unfolded = inspect(capture("q35-qemu-k61"), "--unfold").out();
    assertTrue(folded.contains("VF 0–3  "), folded);
    assertEquals(4, unfolded.lines().filter(line -> line.contains(" VF  ")).count(), unfolded);
  }

  @Test
  void colours_where_it_is_told_to_and_says_the_same_words() throws IOException {
    String plain = inspect(capture("q35-mdev-k510-after")).out();
    String coloured = inspect(capture("q35-mdev-k510-after"), "--color", "always").out();
    assertFalse(plain.contains("\u001b"));
    assertTrue(coloured.contains("\u001b["));
    assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void refuses_a_width_that_nothing_fits_into() throws IOException {
    CommandRun run = inspect(capture("q35-qemu-k61"), "--width", "5");
    assertEquals(ExitStatus.UNUSABLE, run.status());
    assertEquals("iommuscope: --width is 5, expected 40 or more\n", run.err());
  }

  @Test
  void reads_standard_input() throws IOException {
    byte[] archive = Files.readAllBytes(Path.of(capture("q35-desktop-k61")));
    CommandRun run =
        CommandRun.with(
            archive, new Display(false), "inspect", "-", "--json", "--pci-ids", names());
    assertTrue(run.out().contains("\"source\": {\"path\": \"-\""), run.out());
  }

  @Test
  void says_of_a_parent_on_pci_only_that_it_was_not_captured() throws IOException {
    Path list = folder.resolve("mdevs.txt");
    Files.writeString(
        list, "4a0a190f-dcf3-4def-9342-c48768f0c940 0000:00:02.0 i915-GVTg_V5_8 auto\n");

    CommandRun run = CommandRun.of("inspect", list.toString());

    assertTrue(run.out().contains("0000:00:02.0  Mdev parent, itself not captured"), run::out);
  }

  @Test
  void takes_names_from_the_file_it_is_given() throws IOException {
    CommandRun run = inspect(capture("q35-desktop-k61"));
    assertTrue(run.out().contains("A display of QEMU"), run.out());
  }

  @Test
  void merges_a_further_capture() throws IOException {
    CommandRun run =
        inspect(capture("pseries-ppc64el-domains-k612"), "--with", capture("q35-desktop-k61"));
    assertTrue(run.out().contains("23 PCI functions"), run.out());
  }

  @Test
  void ends_with_a_sentence_where_there_is_no_capture() throws IOException {
    CommandRun run = inspect("/nowhere/host.tar.gz");
    assertEquals(ExitStatus.UNUSABLE, run.status());
    assertEquals("", run.out());
    assertTrue(
        run.err().startsWith("iommuscope: /nowhere/host.tar.gz does not exist; expected"),
        run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void raises_the_limits_of_archives_and_refuses_what_is_no_factor() throws IOException {
    String[] tenfold = {capture("q35-desktop-k61"), "--archive-limit", "10"};
    assertEquals(ExitStatus.DONE, inspect(tenfold).status());
    CommandRun none = inspect(capture("q35-desktop-k61"), "--archive-limit", "0");
    assertEquals("iommuscope: --archive-limit: found 0, expected 1 to 1000\n", none.err());
  }

  @Test
  void ends_with_a_sentence_where_the_names_cannot_be_read() {
    CommandRun run = CommandRun.of("inspect", capture("q35-desktop-k61"), "--pci-ids", "/nowhere");
    assertEquals(ExitStatus.UNUSABLE, run.status());
    assertEquals("iommuscope: /nowhere cannot be read; expected a pci.ids file\n", run.err());
  }

  @Test
  void tells_who_holds_a_group_where_the_host_runs() throws IOException {
    Files.createDirectories(folder.resolve("sys/bus/pci/devices/0000:01:00.0"));
    Files.createDirectories(folder.resolve("dev/vfio"));
    Path descriptors = Files.createDirectories(folder.resolve("proc/4711/fd"));
    Files.createSymbolicLink(descriptors.resolve("9"), Path.of("/dev/vfio/12"));

    String out = inspect(folder.toString()).out();

    assertTrue(out.contains("Held now\n  /dev/vfio/12 is held by process 4711\n"), out);
  }

  private CommandRun inspect(String... arguments) throws IOException {
    String[] all = new String[arguments.length + 3];
    all[0] = "inspect";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--pci-ids";
    all[arguments.length + 2] = names();
    return CommandRun.of(all);
  }

  private String names() throws IOException {
    return Files.writeString(folder.resolve("pci.ids"), "1234  QEMU\n\t1111  A display of QEMU\n")
        .toString();
  }

  private static String capture(String machine) {
    return CAPTURES.resolve(machine).resolve("capture.tar.gz").toString();
  }

  @Test
  void shows_the_host_that_a_plan_imagines() {
    String folder = "../captures/q35-sriov-k61/";
    CommandRun run =
        CommandRun.of(
            "inspect",
            folder + "capture.tar.gz",
            folder + "plans/what-if-more-vfs/plan.json",
            "--pci-ids",
            "/dev/null");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("24 groups"), run.out());
    assertTrue(
        run.out().endsWith("  0000:02:11.0, 0000:02:11.2 appear, in groups 22, 23\n"), run.out());
  }
}
