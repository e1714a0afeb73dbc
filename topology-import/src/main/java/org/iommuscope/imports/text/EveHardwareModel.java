package org.iommuscope.imports.text;

import java.util.Optional;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.markup.Json;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.PciAddress;

/** The adapters of a hardware model of EVE-OS, as its {@code spec.sh} prints them. */
final class EveHardwareModel implements JsonForm {

  @Override
  public String title() {
    return "EVE-OS hardware model";
  }

  @Override
  public String expected() {
    return "objects with phyaddrs and iommu_group";
  }

  @Override
  public String mark() {
    return "\"phyaddrs\"|\"ioMemberList\"";
  }

  @Override
  public int read(Json value, String source, Evidence evidence) {
    int told = adapter(value, source, evidence) ? 1 : 0;
    for (Json each : value.elements()) {
      told += read(each, source, evidence);
    }
    for (Json each : value.members().values()) {
      told += read(each, source, evidence);
    }
    return told;
  }

  private static boolean adapter(Json value, String source, Evidence evidence) {
    Optional<PciAddress> address =
        value.get("phyaddrs").flatMap(it -> it.text("PciLong")).flatMap(PciAddress::parse);
    if (address.isEmpty() || value.get("iommu_group").isEmpty()) {
      return false;
    }
    Place place = new Place(source, value.line());
    evidence
        .device(address.get())
        .say(Fact.GROUP, value.number("iommu_group").map(GroupId::new), place)
        .say(Fact.VENDOR, value.hex("vendor"), place)
        .say(Fact.DEVICE, value.hex("device"), place)
        .say(Fact.CLASS, value.hex("class").map(code -> code << 8), place);
    return true;
  }
}
