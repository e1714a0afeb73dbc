package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of docs/formats.md under every damage that people's tools do to texts. */
class DamageMatrixTest {

  private static final Map<String, String> SAMPLES = FormatSamples.all();
  private static final int CUTS = 40;

  private static final String LISTING_OF_ANOTHER_HOST =
      """
      /sys/kernel/iommu_groups/900/devices/0000:f7:00.0
      /sys/kernel/iommu_groups/901/devices/0000:f7:00.1
      """;

  private static Map<String, UnaryOperator<String>> damages() {
    Map<String, UnaryOperator<String>> damages = new LinkedHashMap<>();
    damages.put("carriage returns", text -> text.replace("\n", "\r\n"));
    damages.put("colours", DamageMatrixTest::coloured);
    damages.put("quote marks", text -> eachLine("> > ", text));
    damages.put("a fence", text -> "```console\n" + text + "```\n");
    damages.put("tabs that became blanks", text -> text.replace("\t", "        "));
    damages.put("dashes of a typesetter", text -> text.replace("-", "\u2010"));
    damages.put("blanks of a typesetter", text -> text.replace(": ", ":\u00a0"));
    damages.put("marks that nobody sees", text -> "\ufeff" + text.replace("0000:", "0000:\u200b"));
    damages.put(
        "words around it", text -> "Hello,\nthis is my host:\n\n" + text + "\nThanks,\nS.\n");
    damages.put("itself once more", text -> text + "\n" + text);
    damages.put(
        "half a line at its end", text -> text + "\n/sys/kernel/iommu_groups/24/devices/0000:0");
    return damages;
  }

  private static String coloured(String text) {
    return eachLine("\u001b[1;32m", text.replace("\n", "\u001b[0m\n"));
  }

  private static String eachLine(String mark, String text) {
    return text.lines().map(line -> mark + line + "\n").reduce("", String::concat);
  }

  static Stream<Arguments> cells() {
    return SAMPLES.keySet().stream()
        .flatMap(form -> damages().keySet().stream().map(damage -> Arguments.of(form, damage)));
  }

  static Stream<String> forms() {
    return SAMPLES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void a_damaged_text_tells_what_the_whole_one_tells(String form, String damage) {
    String sample = SAMPLES.getOrDefault(form, "");
    String damaged = damages().getOrDefault(damage, text -> text).apply(sample);

    List<String> before = TopologyText.topology(imported(sample)).lines().toList();
    List<String> after = TopologyText.topology(imported(damaged)).lines().toList();
    assertEquals(List.of(), without(before, after), "what is lost");
    assertEquals(List.of(), without(after, before), "what is made up");
  }

  private static List<String> without(List<String> some, List<String> others) {
    return some.stream().filter(line -> !others.contains(line)).toList();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void two_dumps_in_one_file_are_both_read(String form) {
    String sample = SAMPLES.getOrDefault(form, "");
    Map<DeviceRef, GroupId> expected = groups(imported(sample));
    expected.putAll(groups(imported(LISTING_OF_ANOTHER_HOST)));

    assertEquals(expected, groups(imported(sample + "\n" + LISTING_OF_ANOTHER_HOST)));
    assertEquals(expected, groups(imported(LISTING_OF_ANOTHER_HOST + "\n" + sample)));
  }

  /** What stands on the line that is cut may be half a number; all before it is as it was. */
  @ParameterizedTest
  @MethodSource("forms")
  void a_text_that_is_cut_anywhere_puts_no_device_into_another_group(String form) {
    String sample = SAMPLES.getOrDefault(form, "");
    Map<DeviceRef, GroupId> whole = groups(imported(sample));
    for (int cut = 1; cut < CUTS; cut++) {
      String rest = sample.substring(0, sample.length() * cut / CUTS);
      int last = (int) rest.lines().count();
      read(rest)
          .ifPresent(result -> {
            for (Map.Entry<DeviceRef, GroupId> told : groups(result).entrySet()) {
              boolean isCut =
                  result.provenance().placeOf(told.getKey(), Fact.GROUP).map(Place::line).orElse(0)
                      >= last;
              assertTrue(
                  isCut || told.getValue().equals(whole.get(told.getKey())), told.toString());
            }
          });
    }
  }

  /** What mail programs wrap at 72 columns goes on at the beginning of the next line. */
  @ParameterizedTest
  @MethodSource("forms")
  void lines_that_a_mail_program_has_wrapped_keep_their_groups(String form) {
    String sample = SAMPLES.getOrDefault(form, "");
    String wrapped = sample.lines().map(DamageMatrixTest::wrapped).reduce("", String::concat);

    assertEquals(groups(imported(sample)), groups(imported(wrapped)));
  }

  private static String wrapped(String line) {
    StringBuilder out = new StringBuilder();
    String rest = line;
    while (rest.length() > 72 && rest.lastIndexOf(' ', 72) > 0) {
      int end = rest.lastIndexOf(' ', 72);
      out.append(rest, 0, end).append('\n');
      rest = rest.substring(end + 1);
    }
    return out.append(rest).append('\n').toString();
  }

  private static Map<DeviceRef, GroupId> groups(ImportResult result) {
    Map<DeviceRef, GroupId> groups = new LinkedHashMap<>();
    List<HostDevice> devices = new ArrayList<>(result.host().devices().values());
    devices.forEach(
        device -> device.group().known().ifPresent(group -> groups.put(device.ref(), group)));
    return groups;
  }

  private static ImportResult imported(String text) {
    return read(text).orElseThrow(() -> new AssertionError("refused: " + text.lines().findFirst()));
  }

  private static Optional<ImportResult> read(String text) {
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none)
            .read(new CaptureSource.Pasted("pasted", text), ImportProgress.unwatched());
    return switch (outcome) {
      case ImportOutcome.Imported(ImportResult result) -> Optional.of(result);
      case ImportOutcome.Refused(String sentence) -> Optional.empty();
      case ImportOutcome.Cancelled() -> throw new AssertionError("cancelled");
    };
  }
}
