package org.iommuscope.imports.definitions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** What is read of a domain, and what every domain has that no plan needs. */
  private static final Set<String> PARTS = Set.of("name", "devices", "commandline", "uuid");

  private static final Set<String> PARTS_OF_DEVICES =
      Set.of("source", "address", "driver", "alias");

  private static final String PCI_BRIDGE = "pcie-to-pci-bridge";

  @Override
  public String title() {
    return "libvirt domain XML";
  }

  @Override
  public String expected() {
    return "<domain> with a <name>";
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
    NotTakenOver rest = new NotTakenOver();
    domain.children().stream()
        .map(XmlElement::name)
        .filter(name -> !PARTS.contains(name))
        .forEach(rest::add);
    Optional<String> note = note(domain);
    plan.startedByLibvirt();
    guest.kvm(domain.attribute("type").filter("kvm"::equals).isPresent());
    for (XmlElement devices : domain.all("devices")) {
      devices.first("iommu").flatMap(LibvirtDomain::viommu).ifPresent(guest::viommu);
      devices.all("controller").forEach(each -> readController(each, guest));
      for (XmlElement each : devices.children()) {
        switch (each.name()) {
          case "hostdev" -> readHostDevice(each, source, guest, plan);
          case "interface" -> readInterface(each, source, guest, plan, rest);
          case "iommu", "emulator" -> {}
          case "controller" -> addController(each, rest);
          default -> rest.add(each.name());
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
    note.ifPresent(text -> plan.note(guest, text));
    note.ifPresent(text -> rest.withoutScaffold());
    rest.tell(source.at(domain.line()) + ": " + guest.name(), plan);
    plan.add(guest);
  }

  private static Optional<String> note(XmlElement domain) {
    return domain.first("metadata").flatMap(metadata -> metadata.text("plan"));
  }

  /** Buses that decide nothing are the guest's own matter; other controllers are devices. */
  private static void addController(XmlElement controller, NotTakenOver rest) {
    String type = controller.attribute("type").orElse("");
    if (!type.equals("pci")) {
      rest.add("controller of " + type);
    }
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
      case "pci" -> readPci(device, address.flatMap(LibvirtAddress::host), source, guest, plan);
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
      XmlElement device, Source source, GuestDraft guest, PlanDraft plan, NotTakenOver rest) {
    String type = device.attribute("type").orElse("");
    Optional<XmlElement> from = device.first("source");
    if (type.equals("hostdev")) {
      Optional<PciAddress> host =
          from.flatMap(inner -> inner.first("address")).flatMap(LibvirtAddress::host);
      readPci(device, host, source, guest, plan);
    } else if (type.equals("network")) {
      String network = from.flatMap(inner -> inner.attribute("network")).orElse("");
      readPool(device, network, source, guest, plan);
    } else {
      rest.add("interface of " + type);
    }
  }

  /** A network that was read with the domain tells which functions it hands out. */
  private static void readPool(
      XmlElement device, String network, Source source, GuestDraft guest, PlanDraft plan) {
    Optional<PciAddress> taken = plan.pools().take(network);
    if (taken.isPresent()) {
      guest.device(taken.get());
      plan.bindToVfio(taken.get());
    } else {
      String why =
          plan.pools().has(network)
              ? ", of which no function is left that the capture has"
              : ", which may hand out a VF when it starts; expected the XML of that network too";
      plan.unknown(source.at(device.line()) + ": <interface> of the network " + network + why);
    }
  }

  private static void tellRest(XmlElement device, PciAddress host, Source source, PlanDraft plan) {
    NotTakenOver rest = new NotTakenOver();
    device.children().stream()
        .map(XmlElement::name)
        .filter(name -> !PARTS_OF_DEVICES.contains(name))
        .forEach(rest::add);
    rest.tell(source.at(device.line()) + ": " + host, plan);
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
    Optional<String> bus =
        place.flatMap(it -> LibvirtAddress.number(it, "bus")).map(number -> "pci." + number);
    boolean isRoot = bus.filter("pci.0"::equals).isPresent();
    Optional<String> slot =
        place
            .filter(it -> isRoot || bus.filter(guest::hasBus).isPresent())
            .flatMap(LibvirtAddress::slot);
    boolean isIommufd =
        device
            .first("driver")
            .flatMap(driver -> driver.attribute("iommufd"))
            .filter("yes"::equals)
            .isPresent();
    tellRest(device, host.get(), source, plan);
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
}
