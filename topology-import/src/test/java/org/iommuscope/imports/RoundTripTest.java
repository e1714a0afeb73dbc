package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.imports.evidence.ToldFacts;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.testing.SampleTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a machine's texts say, beside what its sysfs says. */
class RoundTripTest {

  private static final Path CAPTURES = Path.of("..", "captures");

  static List<String> machines() throws IOException {
    return CapturedMachinesTest.machines();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void a_text_made_of_a_machine_tells_nothing_else_than_its_sysfs(String machine) {
    HostTopology host = host(machine);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("links", SampleTexts.links(host));
    texts.put("one-liners", SampleTexts.oneLiners(host));
    texts.put("blocks", SampleTexts.blocks(host));
    texts.put("marked", SampleTexts.marked(host));
    texts.put("lspci -vv", SampleTexts.verbose(host));
    texts.put("lspci -vmm", SampleTexts.machine(host));
    texts.put("log", SampleTexts.log(host));
    texts.forEach((form, text) -> {
      if (!host.groups().isEmpty() || form.startsWith("lspci")) {
        assertEquals(List.of(), differences(host, form, text), machine + " as " + form);
      }
    });
  }

  @ParameterizedTest
  @MethodSource("machines")
  void the_machine_s_own_texts_tell_nothing_else_than_its_sysfs(String machine) {
    HostTopology host = host(machine);
    for (String name : List.of("lspci-nn.txt", "lspci-nnk.txt", "lspci-nnvvv.txt", "dmesg.txt")) {
      CapturedText.in(CAPTURES.resolve(machine).resolve("capture.tar.gz"), name)
          .filter(text -> isTold(text))
          .ifPresent(text -> assertEquals(List.of(), differences(host, name, text), name));
    }
  }

  private static boolean isTold(String text) {
    return read(text) instanceof ImportOutcome.Imported;
  }

  private static HostTopology host(String machine) {
    return Imports.of(CAPTURES.resolve(machine).resolve("capture.tar.gz")).host();
  }

  private static List<String> differences(HostTopology host, String form, String text) {
    HostTopology told =
        switch (read(text)) {
          case ImportOutcome.Imported(ImportResult result) -> result.host();
          case ImportOutcome.Refused(String sentence) -> throw new AssertionError(sentence);
          case ImportOutcome.Cancelled() -> throw new AssertionError("cancelled");
        };
    List<String> differences = new ArrayList<>();
    for (HostDevice device : host.devices().values()) {
      boolean isTold = told.device(device.ref()).isPresent();
      boolean isExpected = device instanceof PciFunction && device.group().known().isPresent();
      if (isExpected && !isTold && !form.startsWith("dmesg")) {
        differences.add(device.ref() + " is missing");
      }
      told.device(device.ref()).ifPresent(other -> compare(device, other, differences));
    }
    return differences;
  }

  private static void compare(HostDevice device, HostDevice told, List<String> differences) {
    Map<?, Reading<?>> facts =
        ToldFacts.of(told).entrySet().stream()
            .collect(
                LinkedHashMap::new,
                (map, each) -> map.put(each.getKey(), each.getValue()),
                Map::putAll);
    ToldFacts.of(device)
        .forEach((fact, reading) -> {
          Reading<?> other = facts.get(fact);
          boolean isBoth = !reading.isUnread() && other != null && !other.isUnread();
          if (fact.isCompared() && isBoth && !reading.equals(other)) {
            differences.add(
                "%s %s: %s, and the text says %s".formatted(device.ref(), fact, reading, other));
          }
        });
  }

  private static ImportOutcome read(String text) {
    return new TopologyImporter(PciNames::none)
        .read(new CaptureSource.Pasted("text", text), ImportProgress.unwatched());
  }
}
