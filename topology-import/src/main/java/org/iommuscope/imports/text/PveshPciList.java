package org.iommuscope.imports.text;

import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.markup.Json;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.PciAddress;

/**
 * {@code pvesh get /nodes/NODE/hardware/pci --output-format json} of Proxmox VE, and the answer of
 * its HTTP interface, which wraps the list as {@code data}; fields as in {@code PVE/API2/Hardware/
 * PCI.pm} of pve-manager.
 */
final class PveshPciList implements JsonForm {

  /** The classes that the command leaves out unless told otherwise: memory, bridges, processors. */
  private static final List<Integer> HIDDEN = List.of(0x05, 0x06, 0x0b);

  @Override
  public String title() {
    return "pvesh hardware/pci";
  }

  @Override
  public String expected() {
    return "a list of objects with id, class and iommugroup";
  }

  @Override
  public String mark() {
    return "\"iommugroup\"|\"id\":";
  }

  @Override
  public int read(Json value, String source, Evidence evidence) {
    List<Json> entries = value.get("data").orElse(value).elements();
    int told = 0;
    boolean showsHidden = false;
    for (Json entry : entries) {
      Optional<PciAddress> address = entry.text("id").flatMap(PciAddress::parse);
      if (address.isPresent() && entry.get("iommugroup").isPresent()) {
        read(entry, evidence.device(address.get()), new Place(source, entry.line()));
        showsHidden |= entry.hex("class").filter(code -> HIDDEN.contains(code >> 16)).isPresent();
        told++;
      }
    }
    if (told > 0 && !showsHidden) {
      evidence
          .notes()
          .ignored(
              source,
              "the list leaves out bridges, memory controllers and processors, so groups may be"
                  + " larger; --pci-class-blacklist \"\" shows all");
    }
    return told;
  }

  private static void read(Json entry, Claims claims, Place place) {
    claims
        .say(Fact.CLASS, entry.hex("class"), place)
        .say(Fact.VENDOR, entry.hex("vendor"), place)
        .say(Fact.DEVICE, entry.hex("device"), place)
        .say(Fact.SUBSYSTEM_VENDOR, entry.hex("subsystem_vendor"), place)
        .say(Fact.SUBSYSTEM_DEVICE, entry.hex("subsystem_device"), place)
        .say(Fact.NAME, entry.text("device_name"), place);
    Optional<Integer> group = entry.number("iommugroup");
    claims.say(Fact.GROUP, group.map(GroupId::new), place);
    if (entry.text("iommugroup").filter("-1"::equals).isPresent()) {
      claims.deny(Fact.GROUP, place);
    }
  }
}
