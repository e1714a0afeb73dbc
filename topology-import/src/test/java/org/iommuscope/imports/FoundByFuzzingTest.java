package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.junit.jupiter.api.Test;

/** What long runs of the fuzzer have found, in the fewest words that still show it. */
class FoundByFuzzingTest {

  @Test
  void an_mdev_parent_without_name_is_none() {
    assertRefused("{\" \":[{\"mtty-1\":{\"available_instances\":1}}]}");
  }

  @Test
  void a_blank_that_looks_like_a_name_is_none() {
    assertRefused("a0000000-0000-4000-8000-000000000001 \u1680 mtty-1\n");
  }

  private static void assertRefused(String text) {
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none)
            .read(new CaptureSource.Pasted("text", text), ImportProgress.unwatched());
    assertTrue(outcome instanceof ImportOutcome.Refused, outcome.toString());
  }
}
