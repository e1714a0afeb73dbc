package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that cost a careless reader the square of their length. */
class HostileTextTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MANY = 100_000;

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(
            "a line of lspci that never ends",
            "01:00.0 Audio device: x\n" + "and on\n".repeat(MANY)),
        Arguments.of(
            "a wrapped attribute that never ends",
            "01:00.0 Audio device: x\n\tFlags: a\n" + "and on\n".repeat(MANY)),
        Arguments.of("one line of groups", "IOMMU Group 1 ".repeat(MANY)),
        Arguments.of("one line of slashes", "/iommu_group".repeat(MANY)),
        Arguments.of("one line of brackets", "IOMMU Group 1:\n" + "[".repeat(MANY)),
        Arguments.of("a tree of one line", "-[0000:00]-" + "+-00.0-[01]-".repeat(MANY)),
        Arguments.of("blank lines", "\n".repeat(MANY * 25)),
        Arguments.of("open brackets of JSON", "[{\"id\":".repeat(MANY)),
        Arguments.of("open elements of XML", "<device>".repeat(MANY)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void ends_in_time(String what, String text) {
    assertTimeoutPreemptively(PATIENCE, () -> read(text), what);
  }

  @Test
  void a_text_of_too_many_lines_is_read_up_to_there_and_says_so() {
    String link = "/sys/kernel/iommu_groups/7/devices/0000:01:00.0\n";
    ImportOutcome outcome = read(link + "\n".repeat(2_100_000));
    ImportResult result = ((ImportOutcome.Imported) outcome).result();
    assertTrue(
        Imports.notesOf(result).getFirst().contains("was read up to this line and no further"));
  }

  private static ImportOutcome read(String text) {
    return new TopologyImporter(PciNames::none)
        .read(new CaptureSource.Pasted("text", text), ImportProgress.unwatched());
  }
}
