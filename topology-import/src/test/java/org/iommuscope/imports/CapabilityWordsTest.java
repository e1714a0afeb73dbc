package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.config.Acs;
import org.iommuscope.model.config.DecodedConfig;
import org.iommuscope.model.config.Express;
import org.iommuscope.model.config.PortType;
import org.iommuscope.model.grouping.GroupPrediction;
import org.iommuscope.model.grouping.GroupReasons;
import org.iommuscope.model.topology.CapabilityWords;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Capabilities in the words of lspci, against the bytes of the same machines. */
class CapabilityWordsTest {

  private static final Path CAPTURES = Path.of("..", "captures");
  private static final PciAddress PORT = PciAddress.parse("0000:00:1c.0").orElseThrow();

  private static final String PORT_WITHOUT_ACS =
      """
      00:1c.0 PCI bridge [0604]: Intel Corporation Root Port [8086:2030]
      \tIOMMU group: 1
      \tBus: primary=00, secondary=01, subordinate=01, sec-latency=0
      \tCapabilities: [40] Express (v2) Root Port (Slot+), MSI 00
      \t\tLnkCap:\tPort #0, Speed 16GT/s, Width x16, ASPM L1
      \t\tLnkSta:\tSpeed 2.5GT/s (downgraded), Width x8 (downgraded)
      \tCapabilities: [100 v1] Advanced Error Reporting

      01:00.0 Ethernet controller [0200]: Intel Corporation 82574L [8086:10d3]
      \tIOMMU group: 1
      \tCapabilities: <access denied>
      """;

  static List<String> machines() throws IOException {
    return CapturedMachinesTest.machines().stream()
        .filter(machine -> CapturedText.in(archive(machine), "lspci-nnvvv.txt").isPresent())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void say_what_the_bytes_say(String machine) {
    HostTopology bytes = Imports.of(archive(machine)).host();
    HostTopology words = words(machine);
    assertFalse(words.devices().isEmpty());
    for (DeviceRef ref : words.devices().keySet()) {
      PciFunction told = (PciFunction) words.device(ref).orElseThrow();
      PciFunction captured = (PciFunction) bytes.device(ref).orElseThrow();
      DecodedConfig config = DecodedConfig.of(captured.config().known().orElseThrow());
      CapabilityWords said = told.capabilities().known().orElseThrow();
      assertEquals(config.express().map(Express::type), said.portType().map(PortType::of));
      Reading<Acs> acs = said.acs().map(Acs::of);
      assertTrue(acs.isUnread() || acs.equals(config.acs()), ref + " " + acs);
      said.linkMost()
          .known()
          .ifPresent(link -> assertEquals(link, config.express().known().get().most().words()));
    }
  }

  /** No text of lspci tells that sPAPR's firmware gives groups by rules of its own. */
  static List<String> machinesOfPciRules() throws IOException {
    return machines().stream().filter(machine -> !machine.startsWith("pseries")).toList();
  }

  @ParameterizedTest
  @MethodSource("machinesOfPciRules")
  void form_the_kernels_groups_or_say_that_they_do_not_suffice(String machine) {
    HostTopology host = words(machine);
    GroupPrediction prediction = GroupPrediction.of(host);
    for (IommuGroup group : host.groups().values()) {
      Set<PciAddress> members =
          group.members().stream().map(PciAddress.class::cast).collect(Collectors.toSet());
      for (PciAddress member : members) {
        assertTrue(members.containsAll(prediction.finest().groupOf(member)), member.text());
        assertTrue(prediction.coarsest().groupOf(member).containsAll(members), member.text());
      }
    }
  }

  @Test
  void tell_that_a_port_with_other_extended_capabilities_has_no_acs() {
    HostTopology host = host(PORT_WITHOUT_ACS);
    GroupPrediction prediction = GroupPrediction.of(host);
    assertEquals("has no ACS", prediction.enforcementOf(PORT).evidence());
    assertEquals(2, prediction.finest().groupOf(PORT).size());
    assertTrue(new GroupReasons(prediction).remedy(PORT).orElse("").contains("has no ACS"));
    CapabilityWords words = function(host, PORT).capabilities().known().orElseThrow();
    assertEquals(Reading.of("16GT/s x16"), words.linkMost());
    assertEquals(Reading.of("2.5GT/s x8"), words.linkNow());
  }

  @Test
  void prove_nothing_where_the_poster_left_lines_out() {
    String cut = PORT_WITHOUT_ACS.replace("Advanced Error", "Advanced Error\n\t[...]\n\tand");
    GroupPrediction prediction = GroupPrediction.of(host(cut));
    assertTrue(prediction.enforcementOf(PORT).evidence().contains("was not captured whole"));
  }

  @Test
  void say_that_they_are_words() {
    String off =
        PORT_WITHOUT_ACS.replace(
            "Advanced Error Reporting",
            """
            Access Control Services
            \t\tACSCap:\tSrcValid+ TransBlk+ ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans-
            \t\tACSCtl:\tSrcValid+ TransBlk- ReqRedir- CmpltRedir- UpstreamFwd+ EgressCtrl- DirectTrans-\
            """);
    assertEquals(
        "has RR CR switched off (ACS at 0x100, in the words of lspci)",
        GroupPrediction.of(host(off)).enforcementOf(PORT).evidence());
    String wide = off.replace("8086:2030", "8086:a110");
    assertEquals(
        "keeps its ACS control where lspci does not look for it",
        GroupPrediction.of(host(wide)).enforcementOf(PORT).evidence());
  }

  @Test
  void are_not_there_where_access_was_denied() {
    PciAddress nic = PciAddress.parse("0000:01:00.0").orElseThrow();
    assertTrue(function(host(PORT_WITHOUT_ACS), nic).capabilities().isUnread());
  }

  private static PciFunction function(HostTopology host, PciAddress address) {
    return Optional.of(host.device(address).orElseThrow())
        .map(PciFunction.class::cast)
        .orElseThrow();
  }

  private static Path archive(String machine) {
    return CAPTURES.resolve(machine).resolve("capture.tar.gz");
  }

  private static HostTopology words(String machine) {
    return host(CapturedText.in(archive(machine), "lspci-nnvvv.txt").orElseThrow());
  }

  private static HostTopology host(String text) {
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none)
            .read(new CaptureSource.Pasted("lspci.txt", text), ImportProgress.unwatched());
    return switch (outcome) {
      case ImportOutcome.Imported(ImportResult result) -> result.host();
      case ImportOutcome.Refused(String sentence) -> throw new AssertionError(sentence);
      case ImportOutcome.Cancelled() -> throw new AssertionError("cancelled");
    };
  }
}
