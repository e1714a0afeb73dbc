package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.markup.XmlElement;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * One {@code <device>} of libvirt, by {@code docs/formatnode.rst}: numbers in elements are decimal,
 * those in {@code <address>} hexadecimal.
 */
final class NodeDevice {

  private final XmlElement device;
  private final String source;

  NodeDevice(XmlElement device, String source) {
    this.device = device;
    this.source = source;
  }

  /** Says what it tells; false where it is a device of no kind that groups have. */
  boolean read(Evidence evidence) {
    boolean isRead = false;
    for (XmlElement capability : device.all("capability")) {
      isRead |=
          switch (capability.attribute("type").orElse("")) {
            case "pci" -> readPci(capability, evidence);
            case "mdev" -> readMdev(capability, evidence);
            default -> readTypes(capability, name(), evidence);
          };
    }
    return isRead;
  }

  /** The name that sysfs knows it by, which libvirt's own name only resembles. */
  private Optional<DeviceRef> name() {
    return device
        .text("path")
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .filter(name -> !name.isBlank())
        .map(DeviceRef::parse);
  }

  private boolean readPci(XmlElement pci, Evidence evidence) {
    Optional<PciAddress> address = addressOf(pci);
    if (address.isEmpty()) {
      return false;
    }
    Claims claims = evidence.device(address.get());
    Place place = at(pci);
    readIds(pci, claims);
    readPlace(claims);
    readGroup(pci, claims, evidence);
    device
        .first("driver")
        .flatMap(driver -> driver.text("name"))
        .ifPresentOrElse(
            driver -> claims.say(Fact.DRIVER, driver, place),
            () -> claims.deny(Fact.DRIVER, place));
    for (XmlElement inner : pci.all("capability")) {
      readInner(inner, claims);
    }
    readTypes(pci, Optional.of(address.get()), evidence);
    return true;
  }

  private static void readIds(XmlElement pci, Claims claims, Place place) {
    claims
        .say(Fact.VENDOR, pci.first("vendor").flatMap(it -> hex(it, "id")), place)
        .say(Fact.DEVICE, pci.first("product").flatMap(it -> hex(it, "id")), place)
        .say(Fact.CLASS, pci.text("class").flatMap(NodeDevice::hex), place)
        .say(Fact.NAME, pci.text("product"), place)
        .say(
            Fact.NUMA_NODE,
            pci.first("numa").flatMap(it -> it.attribute("node")).flatMap(NodeDevice::decimal),
            place);
  }

  private void readIds(XmlElement pci, Claims claims) {
    readIds(pci, claims, at(pci));
  }

  /** The path names the host bridge and every bridge on the way. */
  private void readPlace(Claims claims) {
    Optional<XmlElement> path = device.first("path");
    if (path.isEmpty()) {
      return;
    }
    Place place = at(path.get());
    String[] names = path.get().text().split("/");
    Arrays.stream(names)
        .filter(name -> name.matches("pci[0-9a-f]{4,8}:[0-9a-f]{2}"))
        .reduce((above, below) -> below)
        .ifPresent(root -> claims.say(Fact.HOST_BRIDGE, root, place));
    List<PciAddress> way =
        Arrays.stream(names).flatMap(name -> PciAddress.parse(name).stream()).toList();
    if (way.size() > 1) {
      claims.say(Fact.UPSTREAM, way.get(way.size() - 2), place);
    } else if (way.size() == 1) {
      claims.deny(Fact.UPSTREAM, place);
    }
  }

  /** The element lists every PCI member of the group; libvirt leaves it out where there is none. */
  private void readGroup(XmlElement pci, Claims claims, Evidence evidence) {
    Optional<XmlElement> element = pci.first("iommuGroup");
    Optional<GroupId> group = element.flatMap(NodeDevice::groupOf);
    if (group.isEmpty()) {
      claims.deny(Fact.GROUP, at(pci));
      return;
    }
    claims.say(Fact.GROUP, group.get(), at(element.get()));
    for (XmlElement member : element.get().all("address")) {
      attributesOf(member)
          .ifPresent(address -> evidence.device(address).say(Fact.GROUP, group.get(), at(member)));
    }
  }

  private void readInner(XmlElement inner, Claims claims) {
    Place place = at(inner);
    switch (inner.attribute("type").orElse("")) {
      case "phys_function" ->
          claims.say(Fact.PHYSFN, inner.first("address").flatMap(NodeDevice::attributesOf), place);
      case "virt_functions" -> {
        List<PciAddress> made =
            inner.all("address").stream().flatMap(each -> attributesOf(each).stream()).toList();
        claims
            .say(Fact.TOTAL_VFS, inner.attribute("maxCount").flatMap(NodeDevice::decimal), place)
            .say(Fact.NUM_VFS, made.size(), place)
            .say(Fact.VIRTFNS, made, place);
      }
      case "pci-bridge" -> claims.say(Fact.HEADER, HeaderType.BRIDGE, place);
      case "cardbus-bridge" -> claims.say(Fact.HEADER, HeaderType.CARDBUS, place);
      default -> {}
    }
  }

  private boolean readMdev(XmlElement mdev, Evidence evidence) {
    Optional<MdevUuid> uuid =
        mdev.text("uuid").or(() -> name().map(DeviceRef::text)).flatMap(MdevUuid::parse);
    if (uuid.isEmpty()) {
      return false;
    }
    Place place = at(mdev);
    Claims claims = evidence.device(uuid.get());
    claims
        .say(Fact.MDEV_TYPE, mdev.first("type").flatMap(type -> type.attribute("id")), place)
        .say(Fact.MDEV_PARENT, mdev.text("parent_addr").map(DeviceRef::parse), place)
        .say(Fact.GROUP, mdev.first("iommuGroup").flatMap(NodeDevice::groupOf), place)
        .say(Fact.DRIVER, device.first("driver").flatMap(driver -> driver.text("name")), place);
    return true;
  }

  /** What can be made from a device, which is said inside its capability. */
  private boolean readTypes(
      XmlElement capability, Optional<? extends DeviceRef> parent, Evidence evidence) {
    Optional<XmlElement> list =
        capability.all("capability").stream()
            .filter(inner -> inner.attribute("type").filter("mdev_types"::equals).isPresent())
            .findFirst();
    if (list.isEmpty() || parent.isEmpty()) {
      return false;
    }
    List<MdevType> types = new ArrayList<>();
    for (XmlElement type : list.get().all("type")) {
      types.add(
          new MdevType(
              type.attribute("id").orElse(""),
              type.text("name").map(Reading::of).orElseGet(Reading::absent),
              type.text("deviceAPI").map(Reading::of).orElseGet(Reading::unread),
              type.text("availableInstances")
                  .flatMap(NodeDevice::decimal)
                  .map(Reading::of)
                  .orElseGet(Reading::unread)));
    }
    evidence.device(parent.get()).say(Fact.MDEV_TYPES, List.copyOf(types), at(list.get()));
    return true;
  }

  private Place at(XmlElement element) {
    return new Place(source, element.line());
  }

  private static Optional<PciAddress> addressOf(XmlElement pci) {
    return address(
        pci.text("domain").flatMap(NodeDevice::number),
        pci.text("bus").flatMap(NodeDevice::number),
        pci.text("slot").flatMap(NodeDevice::number),
        pci.text("function").flatMap(NodeDevice::number));
  }

  private static Optional<PciAddress> attributesOf(XmlElement address) {
    return address(
        hex(address, "domain"),
        hex(address, "bus"),
        hex(address, "slot"),
        hex(address, "function"));
  }

  private static Optional<PciAddress> address(
      Optional<Integer> domain,
      Optional<Integer> bus,
      Optional<Integer> slot,
      Optional<Integer> function) {
    if (domain.isEmpty() || bus.isEmpty() || slot.isEmpty() || function.isEmpty()) {
      return Optional.empty();
    }
    return bus.get() > 255 || slot.get() > 31 || function.get() > 7
        ? Optional.empty()
        : Optional.of(new PciAddress(domain.get(), bus.get(), slot.get(), function.get()));
  }

  private static Optional<GroupId> groupOf(XmlElement element) {
    return element.attribute("number").flatMap(NodeDevice::decimal).map(GroupId::new);
  }

  private static Optional<Integer> number(String text) {
    return text.startsWith("0x") ? hex(text) : decimal(text);
  }

  private static Optional<Integer> decimal(String text) {
    OptionalInt number = Tokens.decimal(text);
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  private static Optional<Integer> hex(XmlElement element, String attribute) {
    return element.attribute(attribute).flatMap(NodeDevice::hex);
  }

  private static Optional<Integer> hex(String text) {
    int begin = text.startsWith("0x") || text.startsWith("0X") ? 2 : 0;
    int digits = text.length() - begin;
    OptionalInt number =
        digits < 1 || digits > 7 ? OptionalInt.empty() : Tokens.hexAt(text, begin, digits);
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }
}
