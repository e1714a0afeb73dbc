package org.iommuscope.model.config;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.Reading;

/** A decoded config space as lines for people. What it does not have makes no line. */
public final class ConfigFacts {

  private static final HexFormat HEX = HexFormat.of();

  private final DecodedConfig config;
  private final List<ConfigFact> facts = new ArrayList<>();

  private ConfigFacts(DecodedConfig config) {
    this.config = config;
  }

  /** The lines of a config space, in the order of what people ask first. */
  public static List<ConfigFact> of(ConfigSpace space) {
    ConfigFacts all = new ConfigFacts(DecodedConfig.of(space));
    all.addHeader();
    all.addExpress();
    all.addAcs();
    all.addSriov();
    all.addPower();
    all.addInterrupts();
    all.addTranslation();
    all.addRest();
    return List.copyOf(all.facts);
  }

  private void addHeader() {
    String header =
        switch (config.headerType()) {
          case 0 -> "function";
          case 1 -> "bridge";
          case 2 -> "CardBus bridge";
          default -> "unknown type " + config.headerType();
        };
    add("Header", header + (config.isMultifunction() ? ", multifunction" : ""), 0x0e, 1);
    if (config.isBroken()) {
      add("Capability list", "leads back to itself; what follows is not known", 0x34, 1);
    }
  }

  private void addExpress() {
    if (config.express() instanceof Reading.Present<Express>(Express express)) {
      String slot = express.hasSlot() ? ", with a slot" : "";
      add("PCI Express", express.type().words() + slot, express.offset() + 2, 2);
      add("Link now", express.now().words(), express.offset() + 0x12, 2);
      add("Link at most", express.most().words(), express.offset() + 0x0c, 4);
    }
    int at = config.express().known().map(express -> express.offset() + 4).orElse(0x34);
    config
        .functionLevelReset()
        .known()
        .ifPresent(can -> add("Function level reset", can ? "yes" : "no", at, at == 0x34 ? 1 : 4));
  }

  private void addAcs() {
    if (config.acs() instanceof Reading.Present<Acs>(Acs acs)) {
      add("ACS has", Acs.words(acs.capability()), acs.offset() + 4, 2);
      add("ACS is on", Acs.words(acs.control()), acs.offset() + 6, 2);
    }
  }

  private void addSriov() {
    if (config.sriov() instanceof Reading.Present<Sriov>(Sriov sriov)) {
      int at = sriov.offset();
      add("VFs at most", Integer.toString(sriov.totalVfs()), at + 0x0e, 2);
      add("VFs initially", Integer.toString(sriov.initialVfs()), at + 0x0c, 2);
      String now = sriov.enabled() ? Integer.toString(sriov.numVfs()) : "none";
      add("VFs now", now, at + 0x10, 2);
      add("First VF offset", Integer.toString(sriov.firstOffset()), at + 0x14, 2);
      add("VF stride", Integer.toString(sriov.stride()), at + 0x16, 2);
      add("VF device id", "0x" + HEX.toHexDigits((char) sriov.vfDevice()), at + 0x1a, 2);
    }
  }

  private void addPower() {
    if (config.power() instanceof Reading.Present<PowerManagement>(PowerManagement power)) {
      add("Power state", power.words(), power.offset() + 4, 2);
    }
  }

  private void addInterrupts() {
    config.msi().known().ifPresent(msi -> add("MSI", msi.words(), msi.offset() + 2, 2));
    config.msix().known().ifPresent(msix -> add("MSI-X", msix.words(), msix.offset() + 2, 2));
  }

  private void addTranslation() {
    config.ats().known().ifPresent(ats -> add("ATS", ats.words(), ats.offset() + 6, 2));
    config.pri().known().ifPresent(pri -> add("PRI", pri.words(), pri.offset() + 4, 2));
    config.pasid().known().ifPresent(each -> add("PASID", each.words(), each.offset() + 6, 2));
  }

  private void addRest() {
    config
        .ari()
        .known()
        .ifPresent(ari -> add("ARI next function", "" + ari.nextFunction(), ari.offset() + 5, 1));
    if (config.serialNumber().known().isPresent()) {
      facts.add(
          new ConfigFact(
              "Serial number", "there, not shown", config.serialNumber().known().get(), "masked"));
    }
  }

  private void add(String name, String value, int offset, int length) {
    StringBuilder raw = new StringBuilder();
    for (int at = offset; at < offset + length; at++) {
      raw.append(HEX.toHexDigits((byte) config.bytes().u8(at)));
    }
    facts.add(new ConfigFact(name, value, offset, raw.toString()));
  }
}
