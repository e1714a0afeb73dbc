package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.iommuscope.imports.completeness.Completeness;
import org.iommuscope.imports.completeness.KindOfFact;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.api.Test;

/** What is told, what is not, and whether the named command would tell it. */
class CompletenessTest {

  private static final String LINK = "/sys/kernel/iommu_groups/7/devices/0000:01:00.0\n";

  @Test
  void a_listing_of_links_tells_groups_and_nothing_else() {
    List<KindOfFact> whole =
        Completeness.of(host(LINK)).stream()
            .filter(level -> level.of() > 0 && level.isWhole())
            .map(Completeness.Level::kind)
            .toList();
    assertEquals(List.of(KindOfFact.GROUP), whole);
  }

  @Test
  void a_second_text_fills_the_gap_that_names_it() {
    String records =
        "01:00.0 Ethernet controller [0200]: Intel Corporation 82574L [8086:10d3]\n"
            + "\tKernel driver in use: e1000e\n";
    List<KindOfFact> before = gaps(host(LINK));
    List<KindOfFact> after = gaps(host(LINK, records));
    List<KindOfFact> filled = before.stream().filter(kind -> !after.contains(kind)).toList();
    assertEquals(List.of(KindOfFact.DRIVER, KindOfFact.IDS, KindOfFact.CLASS), filled);
  }

  @Test
  void a_capture_of_sysfs_lacks_nothing_that_rules_ask_for() {
    HostTopology host = Imports.of(Path.of("../captures/q35-desktop-k61/capture.tar.gz")).host();
    List<KindOfFact> missing = gaps(host).stream().filter(it -> !it.rules().isEmpty()).toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void every_rule_that_waits_for_a_fact_has_its_page() {
    Arrays.stream(KindOfFact.values())
        .flatMap(kind -> kind.rules().stream())
        .forEach(rule -> assertTrue(Files.exists(Path.of("../docs/rules", rule + ".md")), rule));
  }

  private static List<KindOfFact> gaps(HostTopology host) {
    return Completeness.gaps(host).stream().map(Completeness.Level::kind).toList();
  }

  private static HostTopology host(String... texts) {
    List<CaptureSource> sources =
        Arrays.stream(texts)
            .<CaptureSource>map(it -> new CaptureSource.Pasted("text", it))
            .toList();
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none).read(sources, ImportProgress.unwatched());
    return ((ImportOutcome.Imported) outcome).result().host();
  }
}
