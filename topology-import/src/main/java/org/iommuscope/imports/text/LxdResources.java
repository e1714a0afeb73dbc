package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.markup.Json;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * {@code lxc query /1.0/resources} and {@code incus query /1.0/resources}; fields as in {@code
 * shared/api/resource.go}. A group of 0 means group 0 or none, so it tells nothing.
 */
final class LxdResources implements JsonForm {

  @Override
  public String title() {
    return "LXD or Incus resources";
  }

  @Override
  public String expected() {
    return "an object with pci.devices";
  }

  @Override
  public String mark() {
    return "\"pci\"|\"pci_address\"";
  }

  @Override
  public int read(Json value, String source, Evidence evidence) {
    Json resources = value.get("metadata").orElse(value);
    int told = 0;
    int zeros = 0;
    for (Json entry :
        resources.get("pci").flatMap(it -> it.get("devices")).stream()
            .flatMap(list -> list.elements().stream())
            .toList()) {
      Optional<PciAddress> address = entry.text("pci_address").flatMap(PciAddress::parse);
      if (address.isPresent()) {
        read(entry, evidence.device(address.get()), new Place(source, entry.line()));
        zeros += entry.text("iommu_group").filter("0"::equals).isPresent() ? 1 : 0;
        told++;
      }
    }
    if (told > 0) {
      readCards(resources, source, evidence);
      noteZeros(zeros, source, evidence);
    }
    return told;
  }

  private static void noteZeros(int zeros, String source, Evidence evidence) {
    if (zeros > 0) {
      evidence
          .notes()
          .ignored(
              source,
              "iommu_group is 0 for "
                  + zeros
                  + " devices, which means group 0 or none; expected another source that tells");
    }
  }

  private static void read(Json entry, Claims claims, Place place) {
    claims
        .say(Fact.VENDOR, entry.hex("vendor_id"), place)
        .say(Fact.DEVICE, entry.hex("product_id"), place)
        .say(Fact.NAME, entry.text("product"), place)
        .say(Fact.NUMA_NODE, entry.number("numa_node"), place)
        .say(
            Fact.GROUP,
            entry.number("iommu_group").filter(group -> group > 0).map(GroupId::new),
            place);
    driver(entry, claims, place);
  }

  private static void driver(Json entry, Claims claims, Place place) {
    if (entry.get("driver").isPresent()) {
      entry
          .text("driver")
          .ifPresentOrElse(
              name -> claims.say(Fact.DRIVER, name, place), () -> claims.deny(Fact.DRIVER, place));
    }
  }

  /** Cards of graphics and network tell of VFs and mdev types. */
  private static void readCards(Json resources, String source, Evidence evidence) {
    for (String kind : List.of("gpu", "network")) {
      for (Json card :
          resources.get(kind).flatMap(it -> it.get("cards")).stream()
              .flatMap(list -> list.elements().stream())
              .toList()) {
        Optional<PciAddress> address = card.text("pci_address").flatMap(PciAddress::parse);
        address.ifPresent(
            known -> readCard(card, evidence.device(known), new Place(source, card.line())));
      }
    }
  }

  private static void readCard(Json card, Claims claims, Place place) {
    card.get("sriov")
        .ifPresent(sriov ->
            claims
                .say(Fact.TOTAL_VFS, sriov.number("maximum_vfs"), place)
                .say(Fact.NUM_VFS, sriov.number("current_vfs"), place));
    List<MdevType> types = new ArrayList<>();
    card.get("mdev")
        .ifPresent(mdev ->
            mdev.members()
                .forEach((id, type) ->
                    types.add(
                        new MdevType(
                            id,
                            reading(type.text("name")),
                            reading(type.text("api")),
                            reading(type.number("available"))))));
    if (!types.isEmpty()) {
      claims.say(Fact.MDEV_TYPES, List.copyOf(types), place);
    }
  }

  private static <T> Reading<T> reading(Optional<T> value) {
    return value.map(Reading::of).orElseGet(Reading::unread);
  }
}
