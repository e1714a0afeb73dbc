package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to a text between a terminal and us; each form must come through all of it. */
class DamagedTextTest {

  private static final String LINKS =
      """
      /sys/kernel/iommu_groups/1/devices/0000:00:1c.0
      /sys/kernel/iommu_groups/7/devices/0000:01:00.0
      /sys/kernel/iommu_groups/7/devices/0000:01:00.1
      """;

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

  private static final String LSPCI =
      """
      00:1c.0 PCI bridge [0604]: Intel Corporation Root Port [8086:a110] (rev f1) (prog-if 00 [Normal decode])
      \tFlags: bus master, fast devsel, latency 0, IRQ 122, IOMMU group 1
      \tBus: primary=00, secondary=01, subordinate=01, sec-latency=0
      \tKernel driver in use: pcieport

      01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GP104 [GeForce] [10de:1b80] (rev a1) (prog-if 00 [VGA controller])
      \tFlags: bus master, fast devsel, latency 0, IRQ 16, IOMMU group 7
      \tKernel driver in use: vfio-pci

      01:00.1 Audio device [0403]: NVIDIA Corporation GP104 HD Audio [10de:10f0] (rev a1)
      \tFlags: bus master, fast devsel, latency 0, IRQ 17, IOMMU group 7
      \tKernel driver in use: vfio-pci
      """;

  private static final String LOG =
      """
      [    0.420000] pci 0000:00:1c.0: Adding to iommu group 1
      [    0.420100] pci 0000:01:00.0: Adding to iommu group 7
      [    0.420200] pci 0000:01:00.1: Adding to iommu group 7
      """;

  private static final Map<String, UnaryOperator<String>> DAMAGES =
      new TreeMap<>(
          Map.of(
              "carriage returns", text -> text.replace("\n", "\r\n"),
              "colours", text -> text.replace("IOMMU", "\u001b[1;32mIOMMU\u001b[0m"),
              "quote marks",
                  text -> text.lines().map(it -> "> > " + it + "\n").reduce("", String::concat),
              "a fence", text -> "```console\n" + text + "```\n",
              "tabs that became blanks", text -> text.replace("\t", "        "),
              "dashes and blanks of a typesetter",
                  text -> text.replace("-", "\u2010").replace("r ", "r\u00a0"),
              "a byte order mark", text -> "\ufeff" + text,
              "words around it",
                  text -> "Hello,\nthis is my host:\n\n" + text + "\nThank you,\nSomebody\n",
              "half a line at its end", text -> text + "/sys/kernel/iommu_groups/24/devices/0000:0",
              "itself once more", text -> text + "\n" + text));

  static Stream<Arguments> texts() {
    return Stream.of(LINKS, ONE_LINERS, BLOCKS, LSPCI, LOG)
        .flatMap(text -> DAMAGES.keySet().stream().map(damage -> Arguments.of(damage, text)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void comes_through(String damage, String text) {
    String damaged = DAMAGES.getOrDefault(damage, it -> it).apply(text);
    assertEquals(groupsIn(text), groupsIn(damaged));
  }

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

  private static String groupsIn(String text) {
    HostTopology host = imported(text).host();
    StringBuilder groups = new StringBuilder();
    host.groups().values().forEach(it -> groups.append(it.id()).append(it.members()).append('\n'));
    return groups.append(host.devices().keySet()).toString();
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
