package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iommuscope.imports.capture.CaptureOpener;
import org.iommuscope.imports.capture.CapturedFile;
import org.iommuscope.imports.capture.Content;
import org.iommuscope.imports.capture.Limits;
import org.iommuscope.imports.capture.Opening;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.config.Acs;
import org.iommuscope.model.config.DecodedConfig;
import org.iommuscope.model.config.Express;
import org.iommuscope.model.config.Msi;
import org.iommuscope.model.config.PortType;
import org.iommuscope.model.config.Sriov;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we decode of config space, against what lspci said of the same machines. */
class LspciAgreesTest {

  private static final Map<PortType, String> TYPES =
      Map.of(
          PortType.ENDPOINT, "Endpoint",
          PortType.LEGACY_ENDPOINT, "Legacy Endpoint",
          PortType.ROOT_PORT, "Root Port",
          PortType.UPSTREAM_PORT, "Upstream Port",
          PortType.DOWNSTREAM_PORT, "Downstream Port",
          PortType.PCIE_TO_PCI_BRIDGE, "PCI-Express to PCI/PCI-X Bridge",
          PortType.ROOT_COMPLEX_ENDPOINT, "Root Complex Integrated Endpoint");

  static List<Path> archives() throws IOException {
    return CapturedMachinesTest.machines().stream()
        .map(name -> Path.of("..", "captures", name, "capture.tar.gz"))
        .filter(archive -> !lspci(archive).isEmpty())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("archives")
  void decodes_what_lspci_decodes(Path archive) {
    Map<PciAddress, List<String>> told = LspciLines.of(lspci(archive));
    HostTopology host = Imports.of(archive).host();
    assertFalse(told.isEmpty());
    told.forEach((address, facts) -> assertEquals(facts, decoded(host, address), address.text()));
  }

  private static String lspci(Path archive) {
    CaptureOpener opener =
        new CaptureOpener(Limits.usual(), new ImportNotes(), ImportProgress.unwatched());
    return assertInstanceOf(Opening.Opened.class, opener.open(archive))
        .capture()
        .find("lspci-nnvvv.txt")
        .map(file -> ((CapturedFile) file).content())
        .map(content -> new String(((Content.Bytes) content).bytes(), StandardCharsets.UTF_8))
        .orElse("");
  }

  private static List<String> decoded(HostTopology host, PciAddress address) {
    PciFunction function = (PciFunction) host.device(address).orElseThrow();
    ConfigSpace space = function.config().known().orElseThrow();
    DecodedConfig config = DecodedConfig.of(space);
    List<String> facts = new ArrayList<>();
    config.express().known().ifPresent(express -> addExpress(express, facts));
    config.acs().known().ifPresent(acs -> addAcs(acs, facts));
    config.sriov().known().ifPresent(sriov -> addSriov(sriov, facts));
    config.ari().known().ifPresent(ari -> facts.add("ari next " + ari.nextFunction()));
    config.power().known().ifPresent(power -> facts.add("pm v" + power.version()));
    config.power().known().ifPresent(power -> facts.add("state D" + power.state()));
    config.msi().known().ifPresent(msi -> facts.add("msi" + sign(msi)));
    config.msix().known().ifPresent(msix -> facts.add("msi-x" + sign(msix)));
    if (config.serialNumber() instanceof Reading.Present<Integer>) {
      facts.add("serial number");
    }
    config.secondaryBus().known().ifPresent(bus -> facts.add("secondary %02x".formatted(bus)));
    return facts.stream().sorted().toList();
  }

  private static void addExpress(Express express, List<String> facts) {
    String slot = isPort(express.type()) ? express.hasSlot() ? "+" : "-" : "null";
    facts.add(
        "express v%d %s slot%s".formatted(express.version(), TYPES.get(express.type()), slot));
    facts.add("most " + express.most().words());
    facts.add("now " + express.now().words());
    boolean isEndpoint =
        express.type() == PortType.ENDPOINT || express.type() == PortType.LEGACY_ENDPOINT;
    if (isEndpoint) {
      facts.add("flr" + sign(express.functionLevelReset()));
    }
  }

  private static boolean isPort(PortType type) {
    return type == PortType.ROOT_PORT || type == PortType.DOWNSTREAM_PORT;
  }

  private static void addAcs(Acs acs, List<String> facts) {
    StringBuilder has = new StringBuilder();
    StringBuilder on = new StringBuilder();
    for (Acs.Service service : Acs.Service.values()) {
      has.append(sign(acs.has(service)));
      on.append(sign(acs.isOn(service)));
    }
    facts.add("acs has " + has);
    facts.add("acs is on " + on);
  }

  private static void addSriov(Sriov sriov, List<String> facts) {
    facts.add("vfs enabled" + sign(sriov.enabled()));
    facts.add("vfs %d %d %d".formatted(sriov.initialVfs(), sriov.totalVfs(), sriov.numVfs()));
    facts.add(
        "vf offset %d stride %d id %04x"
            .formatted(sriov.firstOffset(), sriov.stride(), sriov.vfDevice()));
  }

  private static String sign(Msi msi) {
    return sign(msi.enabled()) + msi.vectors();
  }

  private static String sign(boolean is) {
    return is ? "+" : "-";
  }
}
