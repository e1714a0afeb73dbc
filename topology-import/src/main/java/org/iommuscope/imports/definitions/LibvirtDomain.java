package org.iommuscope.imports.definitions;

import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.markup.XmlElement;
import org.iommuscope.imports.markup.XmlParsing;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/**
 * Domains of libvirt, one or several in a document, by {@code docs/formatdomain.rst}: the devices
 * of {@code <hostdev>} and of {@code <interface type='hostdev'>}, vIOMMU, PCI bridges, and what is
 * passed to QEMU directly.
 */
final class LibvirtDomain implements Definition {

  private static final String PCI_BRIDGE = "pcie-to-pci-bridge";

  @Override
  public String title() {
    return "libvirt domain XML";
  }

  @Override
  public boolean recognises(Source source) {
    return source.text().stripLeading().startsWith("<") && source.text().contains("<domain");
  }

  @Override
  public void read(Source source, PlanDraft plan) throws BadDefinition {
    XmlElement root;
    try {
      root = XmlParsing.document(source.text(), 1);
    } catch (XmlParsing.Malformed malformed) {
      throw new BadDefinition(
          source.at(malformed.line()) + ": found " + malformed.what() + "; expected libvirt XML");
    }
    List<XmlElement> domains =
        root.deep().filter(each -> each.name().equals("domain") && isGuest(each)).toList();
    if (domains.isEmpty()) {
      throw new BadDefinition(source.at(root.line()) + ": found no <domain> with a <name>");
    }
    for (XmlElement domain : domains) {
      readDomain(domain, source, plan);
    }
  }

  /** An address has a domain too, and that is a number. */
  private static boolean isGuest(XmlElement element) {
    return element.text("name").isPresent();
  }

  private static void readDomain(XmlElement domain, Source source, PlanDraft plan) {
    GuestDraft guest = plan.guest(domain.text("name").orElse(""));
    plan.startedByLibvirt();
    guest.kvm(domain.attribute("type").filter("kvm"::equals).isPresent());
    for (XmlElement devices : domain.all("devices")) {
      devices.first("iommu").flatMap(LibvirtDomain::viommu).ifPresent(guest::viommu);
      devices.all("controller").forEach(each -> readController(each, guest));
      for (XmlElement each : devices.children()) {
        if (each.name().equals("hostdev")) {
          readHostDevice(each, source, guest, plan);
        } else if (each.name().equals("interface")) {
          readInterface(each, source, guest, plan);
        }
      }
    }
    domain
        .first("commandline")
        .ifPresent(line ->
            QemuWords.read(
                line.all("arg").stream().flatMap(arg -> arg.attribute("value").stream()).toList(),
                source.at(line.line()),
                guest,
                plan));
    plan.add(guest);
  }

  private static Optional<Viommu> viommu(XmlElement iommu) {
    boolean isCaching =
        iommu
            .first("driver")
            .flatMap(driver -> driver.attribute("caching_mode"))
            .filter("on"::equals)
            .isPresent();
    return QemuWords.viommu(iommu.attribute("model").orElse(""), isCaching);
  }

  private static void readController(XmlElement controller, GuestDraft guest) {
    boolean isBridge = controller.attribute("model").filter(PCI_BRIDGE::equals).isPresent();
    if (isBridge) {
      controller
          .attribute("index")
          .ifPresent(index -> guest.bus("pci." + index, GuestBus.Kind.PCIE_PCI_BRIDGE));
    }
  }

  private static void readHostDevice(
      XmlElement device, Source source, GuestDraft guest, PlanDraft plan) {
    Optional<XmlElement> address = device.first("source").flatMap(inner -> inner.first("address"));
    switch (device.attribute("type").orElse("")) {
      case "pci" -> readPci(device, address.flatMap(LibvirtDomain::host), source, guest, plan);
      case "mdev" ->
          address
              .flatMap(it -> it.attribute("uuid"))
              .flatMap(MdevUuid::parse)
              .ifPresentOrElse(
                  guest::device,
                  () -> plan.unknown(source.at(device.line()) + ": an mdev without UUID"));
      default ->
          plan.unknown(
              source.at(device.line())
                  + ": <hostdev> of type "
                  + device.attribute("type").orElse("none")
                  + " has no IOMMU group");
    }
  }

  private static void readInterface(
      XmlElement device, Source source, GuestDraft guest, PlanDraft plan) {
    String type = device.attribute("type").orElse("");
    if (type.equals("hostdev")) {
      Optional<PciAddress> host =
          device
              .first("source")
              .flatMap(inner -> inner.first("address"))
              .flatMap(LibvirtDomain::host);
      readPci(device, host, source, guest, plan);
    } else if (type.equals("network")) {
      plan.unknown(
          source.at(device.line())
              + ": <interface> of a network, which may take a VF from a pool when it starts");
    }
  }

  private static void readPci(
      XmlElement device,
      Optional<PciAddress> host,
      Source source,
      GuestDraft guest,
      PlanDraft plan) {
    if (host.isEmpty()) {
      plan.unknown(source.at(device.line()) + ": a PCI device without a whole address");
      return;
    }
    Optional<XmlElement> place =
        device.first("address").filter(it -> it.attribute("bus").isPresent());
    Optional<String> bus = place.flatMap(it -> number(it, "bus")).map(number -> "pci." + number);
    boolean isRoot = bus.filter("pci.0"::equals).isPresent();
    Optional<String> slot =
        place
            .filter(it -> isRoot || bus.filter(guest::hasBus).isPresent())
            .flatMap(LibvirtDomain::slot);
    boolean isIommufd =
        device
            .first("driver")
            .flatMap(driver -> driver.attribute("iommufd"))
            .filter("yes"::equals)
            .isPresent();
    guest.device(
        host.get(),
        slot,
        bus,
        Optional.empty(),
        isIommufd ? Optional.of("iommufd0") : Optional.empty());
    if (device.attribute("managed").filter("yes"::equals).isPresent()) {
      plan.bindToVfio(host.get());
    }
  }

  private static Optional<PciAddress> host(XmlElement address) {
    Optional<Integer> bus = number(address, "bus");
    Optional<Integer> slot = number(address, "slot");
    if (bus.isEmpty() || slot.isEmpty()) {
      return Optional.empty();
    }
    return PciAddress.parse(
        "%04x:%02x:%02x.%x"
            .formatted(
                number(address, "domain").orElse(0),
                bus.get(),
                slot.get(),
                number(address, "function").orElse(0)));
  }

  private static Optional<String> slot(XmlElement address) {
    return number(address, "slot")
        .map(slot -> "%x.%x".formatted(slot, number(address, "function").orElse(0)));
  }

  /** A number as libvirt reads it: in base 16 behind {@code 0x}, else in base 10. */
  private static Optional<Integer> number(XmlElement element, String attribute) {
    return element
        .attribute(attribute)
        .filter(text -> text.matches("0[xX][0-9a-fA-F]{1,6}|[0-9]{1,6}"))
        .map(Integer::decode);
  }
}
