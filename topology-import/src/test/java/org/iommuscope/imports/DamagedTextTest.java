package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.junit.jupiter.api.Test;

/** What happens to a text between a terminal and us, beside what {@link DamageMatrixTest} does. */
class DamagedTextTest {

  private static final String ONE_LINERS =
      """
      IOMMU Group 1 00:1c.0 PCI bridge [0604]: Intel Corporation Root Port [8086:a110] (rev f1)
      IOMMU Group 7 01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GP104 [GeForce] [10de:1b80] (rev a1)
      IOMMU Group 7 01:00.1 Audio device [0403]: NVIDIA Corporation GP104 HD Audio [10de:10f0] (rev a1)
      """;

  private static final String BLOCKS =
      """
      IOMMU Group 1:
      \t00:1c.0 PCI bridge [0604]: Intel Corporation Root Port [8086:a110] (rev f1)
      IOMMU Group 7:
      \t01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GP104 [GeForce] [10de:1b80] (rev a1)
      \t01:00.1 Audio device [0403]: NVIDIA Corporation GP104 HD Audio [10de:10f0] (rev a1)
      """;

  @Test
  void a_member_that_a_mail_program_has_wrapped_keeps_its_ids() {
    String wrapped = BLOCKS.replace("Audio [10de", "Audio\n[10de");
    assertEquals(TopologyText.topology(imported(BLOCKS)), TopologyText.topology(imported(wrapped)));
  }

  @Test
  void lines_that_were_joined_to_one_are_parted_again() {
    String joined = "`" + ONE_LINERS.replace("\n", " ") + "`";
    assertEquals(
        TopologyText.topology(imported(ONE_LINERS)), TopologyText.topology(imported(joined)));
  }

  @Test
  void utf_16_is_text_too() {
    byte[] bytes = ONE_LINERS.getBytes(StandardCharsets.UTF_16);
    var stream = new java.io.ByteArrayInputStream(bytes);
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none)
            .read(new CaptureSource.Streamed(stream), ImportProgress.unwatched());
    assertEquals(2, ((ImportOutcome.Imported) outcome).result().host().groups().size());
  }

  private static ImportResult imported(String text) {
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none)
            .read(new CaptureSource.Pasted("pasted", text), ImportProgress.unwatched());
    return switch (outcome) {
      case ImportOutcome.Imported(ImportResult result) -> result;
      case ImportOutcome.Refused(String sentence) -> throw new AssertionError(sentence);
      case ImportOutcome.Cancelled() -> throw new AssertionError("cancelled");
    };
  }
}
