package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.Test;

/** The table of docs/formats.md: a sample of each form tells what it says, and nothing more. */
class FormatMatrixTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "formats.md");

  private static final Map<String, Predicate<HostTopology>> FACTS = facts();

  private static Map<String, Predicate<HostTopology>> facts() {
    Map<String, Predicate<HostTopology>> facts = new LinkedHashMap<>();
    facts.put("group", any(it -> it.group().known().isPresent()));
    facts.put("driver", any(it -> it.driver().known().isPresent()));
    facts.put("ids", any(it -> it.ids().vendor().known().isPresent()));
    facts.put("class", any(it -> it.ids().classCode().known().isPresent()));
    facts.put("tree", any(it -> it.placement().upstream().known().isPresent()));
    facts.put("ACS", any(FormatMatrixTest::hasAcs));
    facts.put("reset", any(it -> !it.resetMethods().isUnread()));
    facts.put("SR-IOV", any(it -> isTold(it.sriov().physfn()) || isTold(it.sriov().totalVfs())));
    facts.put("NUMA", any(it -> it.placement().numaNode().known().isPresent()));
    facts.put("mdev types", host -> !host.mdevParents().isEmpty());
    facts.put(
        "reserved regions",
        host -> host.groups().values().stream().anyMatch(it -> isTold(it.reservedRegions())));
    facts.put(
        "USB",
        any(it ->
            it.uses().known().orElse(List.of()).stream().anyMatch(use -> use.startsWith("usb "))));
    return facts;
  }

  private static Predicate<HostTopology> any(Predicate<PciFunction> tells) {
    return host ->
        host.devices().values().stream()
            .filter(PciFunction.class::isInstance)
            .map(PciFunction.class::cast)
            .anyMatch(tells);
  }

  private static boolean isTold(Reading<?> reading) {
    return !reading.isUnread();
  }

  private static boolean hasAcs(PciFunction function) {
    return function.config().known().filter(FormatMatrixTest::hasAcs).isPresent()
        || function.capabilities().known().filter(it -> isTold(it.acs())).isPresent();
  }

  /** Whether the list of extended capabilities, from 0x100 on, has Access Control Services. */
  private static boolean hasAcs(ConfigSpace config) {
    int at = 0x100;
    for (int steps = 0; steps < 100 && at >= 0x100 && at + 4 <= config.length(); steps++) {
      if (config.byteAt(at) == 0x0d && config.byteAt(at + 1) == 0) {
        return true;
      }
      at = config.byteAt(at + 3) << 4 | config.byteAt(at + 2) >> 4;
    }
    return false;
  }

  @Test
  void each_form_tells_what_the_table_says_and_nothing_else() throws IOException {
    Map<String, String> samples = FormatSamples.all();
    List<String> wrong = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (List<String> cells : table()) {
      rows.add(cells.getFirst());
      String sample = samples.get(cells.getFirst());
      assertTrue(sample != null, () -> "no sample of " + cells.getFirst());
      HostTopology host = host(cells.getFirst(), sample);
      int column = 1;
      for (Map.Entry<String, Predicate<HostTopology>> fact : FACTS.entrySet()) {
        String told = fact.getValue().test(host) ? "yes" : "no";
        if (!told.equals(cells.get(column))) {
          wrong.add(cells.getFirst() + ", " + fact.getKey() + ": " + told);
        }
        column++;
      }
    }
    assertEquals(List.of(), wrong, "cells that the samples answer otherwise");
    assertEquals(List.copyOf(samples.keySet()), rows, "a row for each sample");
  }

  /** The rows below the titles of the facts. */
  private static List<List<String>> table() throws IOException {
    List<List<String>> rows =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.startsWith("| "))
            .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
            .filter(cells -> cells.size() == FACTS.size() + 1)
            .toList();
    assertEquals(List.copyOf(FACTS.keySet()), rows.getFirst().subList(1, FACTS.size() + 1));
    return rows.subList(1, rows.size());
  }

  private static HostTopology host(String form, String sample) {
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none)
            .read(new CaptureSource.Pasted(form, sample), ImportProgress.unwatched());
    return switch (outcome) {
      case ImportOutcome.Imported(ImportResult result) -> result.host();
      case ImportOutcome.Refused(String sentence) -> throw new AssertionError(sentence);
      case ImportOutcome.Cancelled() -> throw new AssertionError("cancelled");
    };
  }
}
