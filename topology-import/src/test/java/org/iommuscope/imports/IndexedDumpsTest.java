package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.SharedMaterial;
import org.junit.jupiter.api.Test;

/** The texts that people have posted, beside the project, against the index that counts them. */
class IndexedDumpsTest {

  private static final Set<String> TEXTS =
      Set.of(
          "find-links", "arch-oneline", "header-block", "r15ch13", "lspci-v", "dmesg", "dmesg-old");

  /** A line of the index, and what it counts there. */
  private record Row(String form, Path file, String counted) {

    /** The end of the file's name, which the document names it by. */
    String id() {
      String name = file.getFileName().toString();
      return name.substring(name.length() - 10, name.length() - 4);
    }
  }

  @Test
  void finds_every_group_and_member_that_the_index_counts() throws IOException {
    Map<String, String> corrected = corrections();
    List<String> wrong = new ArrayList<>();
    for (Row row : rows()) {
      String expected = corrected.getOrDefault(row.id(), row.counted());
      String found = count(Imports.of(row.file()).host());
      if (!found.equals(expected)) {
        wrong.add(row.file().getFileName() + ": index " + expected + "; found " + found);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void puts_no_device_into_a_group_that_its_text_does_not_name_with_it() throws IOException {
    for (Row row : rows()) {
      HostTopology host = Imports.of(row.file()).host();
      String text = Files.readString(row.file(), StandardCharsets.ISO_8859_1);
      Map<DeviceRef, Set<Integer>> named = NaiveGroups.in(row.form(), text);
      host.devices()
          .forEach((ref, device) ->
              device
                  .group()
                  .known()
                  .ifPresent(group ->
                      assertTrue(
                          named.getOrDefault(ref, Set.of()).contains(group.number()),
                          () -> row.file() + ": " + ref + " in group " + group)));
    }
  }

  private static List<Row> rows() throws IOException {
    Path folder = SharedMaterial.at("dumps");
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("INDEX.tsv"))) {
      String[] cells = line.split("\t", -1);
      String form = cells[0].substring(0, Math.max(0, cells[0].indexOf('/')));
      if (TEXTS.contains(form)) {
        String counted = cells[4] + " groups, " + cells[5] + " members";
        rows.add(new Row(form, folder.resolve(cells[0]), counted));
      }
    }
    assertFalse(rows.isEmpty(), "the index has no rows that are understood");
    return rows;
  }

  /** What the document says that the index should count, by the end of the file's name. */
  private static Map<String, String> corrections() throws IOException {
    Map<String, String> corrections = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("..", "docs", "formats.md"))) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      if (cells.size() == 5 && cells.get(1).matches("…[0-9a-f]{6}")) {
        corrections.put(cells.get(1).substring(1), cells.get(3));
      }
    }
    return corrections;
  }

  private static String count(HostTopology host) {
    long members =
        host.devices().values().stream().filter(it -> it.group().known().isPresent()).count();
    return host.groups().size() + " groups, " + members + " members";
  }
}
