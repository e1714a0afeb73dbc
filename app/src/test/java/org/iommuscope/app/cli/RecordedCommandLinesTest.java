package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.iommuscope.app.definitions.Target;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.imports.definitions.Source;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.SharedMaterial;
import org.junit.jupiter.api.Test;

/**
 * Command lines that a real QEMU was recorded with: as plans, and as command lines again, they name
 * the same devices in the same words. They have what a distribution's QEMU may be too old for.
 */
class RecordedCommandLinesTest {

  private static final Pattern TARGET = Pattern.compile("\"target\": \"(qemu-system[^\"]*)\"");

  /** What decides about assigned devices; where a device is on the root bus decides nothing. */
  private static final Pattern WORDS =
      Pattern.compile(
          "-(?:device (?:vfio-\\S+|pcie-pci-bridge,\\S+)|object iommufd\\S*|device intel-iommu\\S*)");

  @Test
  void are_written_with_the_same_words() throws Exception {
    HostTopology host =
        ExportedPlans.read(
            ExportedPlans.CAPTURES.resolve("q35-desktop-k61").resolve("capture.tar.gz"));
    Set<String> lines = recorded();
    assertTrue(lines.size() > 30, lines::toString);
    assertTrue(lines.stream().anyMatch(line -> line.contains("iommufd")), lines::toString);
    for (String line : lines) {
      PlanFile plan =
          InputDefinition.plan(
              List.of(new Source("recorded", line)), Optional.empty(), CommandRun.unheard());
      String written = Target.byWord("qemu").orElseThrow().write(plan, host).stream();
      assertTrue(!words(line).isEmpty(), line);
      assertEquals(words(line), words(written), () -> line + "\n" + written);
    }
  }

  private static Set<String> recorded() throws IOException {
    Set<String> lines = new TreeSet<>();
    try (Stream<Path> files = Files.list(SharedMaterial.at("oracle"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".jsonl")).toList()) {
        // A bridge that a line defines and no device uses decides nothing.
        TARGET
            .matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .filter(line -> line.contains("vfio-") && !line.contains("id=pb1"))
            .forEach(lines::add);
      }
    }
    return lines;
  }

  private static List<String> words(String text) {
    return WORDS
        .matcher(text.replaceAll("(?m)^#.*$", ""))
        .results()
        .map(MatchResult::group)
        .map(RecordedCommandLinesTest::plain)
        .sorted()
        .toList();
  }

  /** The same word whatever the order of its parts, and with what the defaults are. */
  private static String plain(String word) {
    List<String> parts =
        Stream.of(word.split(","))
            .map(part -> part.matches("addr=[0-9a-f]+") ? part + ".0" : part)
            .filter(part -> !part.matches("intremap=on|caching-mode=off"))
            .toList();
    return parts.getFirst() + new TreeSet<>(parts.subList(1, parts.size()));
  }
}
