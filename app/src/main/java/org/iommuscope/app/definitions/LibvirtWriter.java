package org.iommuscope.app.definitions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanNote;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/** Writes one guest as a domain of libvirt. */
final class LibvirtWriter {

  static final String NAMESPACE = "https://iommuscope.org/xmlns/plan/1";
  private static final String QEMU = "http://libvirt.org/schemas/domain/qemu/1.0";

  private final PlannedHost facts;
  private final Guest guest;
  private final Unsaid unsaid;
  private final LibvirtPlaces places;
  private final GuestMachine machine;
  private final Map<String, String> tokens = new LinkedHashMap<>();
  private final XmlText xml = new XmlText();

  LibvirtWriter(PlannedHost facts, Guest guest, Unsaid unsaid) {
    this.facts = facts;
    this.unsaid = unsaid;
    this.machine = GuestMachine.of(facts, guest);
    this.guest = machine.fit(guest, unsaid);
    this.places = new LibvirtPlaces(this.guest, unsaid);
  }

  String write(PlanFile plan, int number) {
    say();
    List<GuestDevice> shown = shown();
    Map<DeviceRef, DeviceRef> carried = new LinkedHashMap<>();
    shown.forEach(device -> carried.put(device.device(), device.device()));
    boolean hasTokens = shown.stream().anyMatch(device -> device.vfToken().isPresent());
    open(hasTokens);
    xml.text("name", guest.name().text().replace('/', '_'));
    unsaid.sentences().forEach(each -> xml.comment("not said here: " + each));
    xml.open("metadata")
        .text(
            "iommuscope:plan",
            PlanNote.ofGuest(plan, number, carried, false),
            "xmlns:iommuscope",
            NAMESPACE)
        .close("metadata");
    xml.comment("memory, processors and disks are no part of a plan: set them");
    xml.text("memory", "4", "unit", "GiB").text("vcpu", "2");
    machine();
    devices(shown);
    tokens();
    return xml.close("domain").toString();
  }

  private void open(boolean hasTokens) {
    String type = guest.kvm() ? "kvm" : "qemu";
    if (hasTokens) {
      xml.open("domain", "type", type, "xmlns:qemu", QEMU);
    } else {
      xml.open("domain", "type", type);
    }
  }

  private void say() {
    unsaid.addUses(facts, guest);
    unsaid.addProcess(guest, "libvirt");
    unsaid.addLater(guest, "virsh attach-device does that: the export to commands has it");
    if (guest.name().text().contains("/")) {
      unsaid.add(guest.name(), "the / of its name, which libvirt does not take");
    }
    sayNews();
    for (GuestDevice device : guest.devices()) {
      if (device.device() instanceof DeviceName) {
        unsaid.add(guest.name(), device.device() + ": libvirt has no word for platform devices");
      } else if (facts.driver(device.device()).filter("vfio-pci"::equals).isEmpty()
          && facts.function(device.device()).isPresent()) {
        unsaid.add(
            guest.name(),
            device.device()
                + " is not on vfio-pci and the plan does not bind it; with managed='no' libvirt"
                + " refuses to start the guest");
      }
      if (device.vfToken().isPresent()) {
        unsaid.add(guest.name(), device.device() + ": its VF token stands under <qemu:override>");
      }
    }
  }

  /** What the schema of libvirt 9.0 refuses, by virt-xml-validate. */
  private void sayNews() {
    if (guest.viommu() instanceof Viommu.Present(Viommu.Model model, boolean caching)
        && model == Viommu.Model.AMD) {
      unsaid.add(guest.name(), "its vIOMMU to libvirt 9.0, whose schema has no model amd");
    }
    boolean isIommufd =
        guest.devices().stream()
            .filter(device -> !device.later() && device.device() instanceof PciAddress)
            .anyMatch(device -> PlannedHost.iommufd(guest, device).isPresent());
    if (isIommufd) {
      unsaid.add(guest.name(), "iommufd to libvirt 9.0, whose schema does not know it");
    }
  }

  /** A domain must not name a device twice, nor one that comes later. */
  private List<GuestDevice> shown() {
    Map<DeviceRef, GuestDevice> once = new LinkedHashMap<>();
    for (GuestDevice device : guest.devices()) {
      if (device.later() || device.device() instanceof DeviceName) {
        continue;
      }
      if (once.putIfAbsent(device.device(), device) != null) {
        unsaid.add(guest.name(), device.device() + " a second time");
      }
    }
    return List.copyOf(once.values());
  }

  /** Libvirt takes ACPI on ARM with UEFI only, and nowhere but there and on x86. */
  private void machine() {
    if (machine == GuestMachine.ARM) {
      xml.open("os", "firmware", "efi");
    } else {
      xml.open("os");
    }
    xml.text("type", "hvm", "arch", machine.architecture(), "machine", machine.type()).close("os");
    if (machine == GuestMachine.X86 || machine == GuestMachine.ARM) {
      features();
    }
  }

  private void features() {
    xml.open("features").empty("acpi");
    if (guest.viommu() instanceof Viommu.Present(Viommu.Model model, boolean caching)
        && model == Viommu.Model.INTEL) {
      xml.empty("ioapic", "driver", "qemu");
    }
    xml.close("features");
  }

  private void devices(List<GuestDevice> shown) {
    xml.open("devices");
    places.writeControllers(xml);
    for (GuestBus bus : guest.buses()) {
      if (bus.kind() == GuestBus.Kind.BYPASS_ROOT) {
        unsaid.add(guest.name(), "the bus " + bus.name() + " beside the vIOMMU");
      }
    }
    for (int at = 0; at < shown.size(); at++) {
      hostDevice(shown.get(at), "ua-hostdev" + at);
    }
    if (guest.viommu() instanceof Viommu.Present present) {
      iommu(present);
    }
    xml.close("devices");
  }

  private void iommu(Viommu.Present viommu) {
    String model = viommu.model().name().toLowerCase(Locale.ROOT);
    if (viommu.model() == Viommu.Model.INTEL) {
      xml.open("iommu", "model", model)
          .empty("driver", "intremap", "on", "caching_mode", viommu.cachingMode() ? "on" : "off")
          .close("iommu");
    } else {
      xml.empty("iommu", "model", model);
    }
  }

  private void hostDevice(GuestDevice device, String alias) {
    boolean isPci = facts.function(device.device()).isPresent() || !isMdev(device);
    if (isPci) {
      xml.open(
          "hostdev",
          "mode",
          "subsystem",
          "type",
          "pci",
          "managed",
          facts.isBoundToVfio(device.device()) ? "yes" : "no");
      if (PlannedHost.iommufd(guest, device).isPresent()) {
        xml.empty("driver", "name", "vfio", "iommufd", "yes");
      }
    } else {
      xml.open("hostdev", "mode", "subsystem", "type", "mdev", "model", facts.api(device.device()));
      if (PlannedHost.iommufd(guest, device).isPresent()) {
        unsaid.add(guest.name(), device.device() + ": iommufd for an mdev");
      }
    }
    xml.open("source");
    LibvirtPlaces.writeSource(device.device(), xml);
    xml.close("source");
    device
        .vfToken()
        .ifPresent(token -> {
          xml.empty("alias", "name", alias);
          tokens.put(alias, token);
        });
    places.writeAddress(device, xml);
    xml.close("hostdev");
  }

  private static boolean isMdev(GuestDevice device) {
    return device.device() instanceof MdevUuid;
  }

  private void tokens() {
    if (tokens.isEmpty()) {
      return;
    }
    xml.open("qemu:override");
    tokens.forEach((alias, token) ->
        xml.open("qemu:device", "alias", alias)
            .open("qemu:frontend")
            .empty("qemu:property", "name", "vf-token", "type", "string", "value", token)
            .close("qemu:frontend")
            .close("qemu:device"));
    xml.close("qemu:override");
  }
}
