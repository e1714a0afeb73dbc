package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.Test;

/** Texts from the outside: where they come from, what they say, where they say it. */
class TextImportTest {

  private static final DeviceRef NIC = DeviceRef.parse("0000:01:00.0");
  private static final String LISTING = "/sys/kernel/iommu_groups/7/devices/0000:01:00.0\n";

  @Test
  void keeps_the_line_of_each_fact() {
    ImportResult result = imported("Hello,\n\n" + LISTING);
    assertEquals(Reading.of(new GroupId(7)), result.host().device(NIC).orElseThrow().group());
    assertEquals(Optional.of(new Place("1.txt", 3)), result.provenance().placeOf(NIC, Fact.GROUP));
    assertEquals("link listing", result.provenance().kind());
  }

  @Test
  void reads_standard_input() {
    var stream = new ByteArrayInputStream(LISTING.getBytes(StandardCharsets.UTF_8));
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none)
            .read(new CaptureSource.Streamed(stream), ImportProgress.unwatched());
    assertEquals(1, ((ImportOutcome.Imported) outcome).result().host().groups().size());
  }

  @Test
  void names_both_places_where_two_texts_differ_and_keeps_the_first() {
    ImportResult result =
        imported(LISTING, "\n" + LISTING.replace("/7/", "/8/") + LISTING.replace("00.0", "00.1"));
    assertEquals(
        List.of(
            "CONTRADICTION 2.txt: group of 0000:01:00.0: 8 here, 7 at 1.txt:1; the first counts"),
        Imports.notesOf(result));
    assertEquals(2, result.host().groupOf(NIC).orElseThrow().members().size());
    assertTrue(Imports.group(result.host(), 8).members().isEmpty());
  }

  @Test
  void names_both_lines_where_one_text_contradicts_itself() {
    ImportResult result = imported(LISTING + LISTING.replace("/7/", "/8/"));
    assertEquals(
        List.of(
            "CONTRADICTION 1.txt: group of 0000:01:00.0: 8 here, 7 at 1.txt:1; the first counts"),
        Imports.notesOf(result));
  }

  @Test
  void a_list_of_functions_denies_no_driver_that_a_record_below_it_names() {
    String line = "01:00.0 Ethernet controller: Intel Corporation 82574L\n";
    ImportResult result = imported(line + "\n" + line + "\tKernel driver in use: e1000e\n");
    assertEquals(Reading.of("e1000e"), result.host().device(NIC).orElseThrow().driver());
    assertEquals(List.of(), Imports.notesOf(result));
  }

  @Test
  void says_which_forms_were_tried_and_where_the_best_one_stopped() {
    String sentence = ((ImportOutcome.Refused) read("\nhello\n")).sentence();
    assertTrue(sentence.startsWith("1.txt holds a text of no known form; tried kernel log, link"));
    assertTrue(sentence.contains("to line 2, where it expected"), sentence);
    assertTrue(sentence.endsWith("and found \"hello\""), sentence);
  }

  @Test
  void a_host_without_groups_is_no_error() {
    String lspci =
        "IOMMU Group * 00:00.0 Host bridge [0600]: Intel Corporation 82G33 [8086:29c0]\n"
            + "01:00.0 Ethernet controller [0200]: Intel Corporation 82574L [8086:10d3]\n";
    ImportResult result = imported(lspci);
    assertEquals(2, result.host().devices().size());
    assertEquals(Reading.absent(), result.host().device(NIC).orElseThrow().group());
    String sentence = ((ImportOutcome.Refused) read("lspci: -s: Invalid bus number\n")).sentence();
    assertEquals(
        "1.txt says on line 1 that the host has no IOMMU groups, and tells of no device; expected"
            + " lspci -nn beside it",
        sentence);
  }

  private static ImportResult imported(String... texts) {
    return switch (read(texts)) {
      case ImportOutcome.Imported(ImportResult result) -> result;
      case ImportOutcome.Refused(String sentence) -> throw new AssertionError(sentence);
      case ImportOutcome.Cancelled() -> throw new AssertionError("cancelled");
    };
  }

  private static ImportOutcome read(String... texts) {
    List<String> all = Arrays.asList(texts);
    List<CaptureSource> sources =
        all.stream()
            .<CaptureSource>map(
                text -> new CaptureSource.Pasted((all.indexOf(text) + 1) + ".txt", text))
            .toList();
    return new TopologyImporter(PciNames::none).read(sources, ImportProgress.unwatched());
  }
}
