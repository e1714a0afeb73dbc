package org.iommuscope.app.definitions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/**
 * Where the devices of a domain sit in the guest: controllers, and addresses that libvirt takes.
 */
final class LibvirtPlaces {

  /** The root bus of q35 has the host bridge in its first slot and the LPC bridge in its last. */
  private static final Set<Integer> BUILT_IN = Set.of(0x00, 0x1f);

  private final Guest guest;
  private final Unsaid unsaid;
  private final Map<String, Integer> bridges = new LinkedHashMap<>();
  private final Map<Integer, Set<GuestSlot>> used = new LinkedHashMap<>();

  LibvirtPlaces(Guest guest, Unsaid unsaid) {
    this.guest = guest;
    this.unsaid = unsaid;
    int index = 2;
    for (GuestBus bus : guest.buses()) {
      if (bus.kind() == GuestBus.Kind.PCIE_PCI_BRIDGE) {
        bridges.put(bus.name(), index);
        index += 2;
      }
    }
  }

  /** A bridge sits behind a root port of its own. */
  void writeControllers(XmlText xml) {
    if (bridges.isEmpty()) {
      return;
    }
    xml.empty("controller", "type", "pci", "index", "0", "model", "pcie-root");
    for (int index : bridges.values()) {
      xml.empty("controller", "type", "pci", "index", "" + (index - 1), "model", "pcie-root-port");
      xml.open("controller", "type", "pci", "index", "" + index, "model", "pcie-to-pci-bridge")
          .empty("address", address(index - 1, new GuestSlot(0, 0), false))
          .close("controller");
    }
  }

  static void writeSource(DeviceRef device, XmlText xml) {
    switch (device) {
      case PciAddress pci ->
          xml.empty(
              "address",
              "domain",
              "0x%04x".formatted(pci.segment()),
              "bus",
              "0x%02x".formatted(pci.bus()),
              "slot",
              "0x%02x".formatted(pci.device()),
              "function",
              "0x" + pci.function());
      case MdevUuid mdev -> xml.empty("address", "uuid", mdev.text());
      case DeviceName other -> throw new IllegalArgumentException("no hostdev: " + other);
    }
  }

  /** The guest's address of a device, where the plan says one that libvirt would take. */
  void writeAddress(GuestDevice device, XmlText xml) {
    int bus = device.bus().map(name -> bridges.getOrDefault(name, -1)).orElse(0);
    Optional<GuestSlot> wanted = device.slot().flatMap(GuestSlot::of);
    Optional<GuestSlot> slot =
        wanted.filter(it -> isFree(bus, it)).or(() -> bus > 0 ? firstFree(bus) : Optional.empty());
    if (device.slot().isPresent() && !slot.equals(wanted)) {
      unsaid.add(
          guest.name(),
          device.device() + ": the guest's slot " + device.slot().get() + " is taken or no slot");
    }
    if (bus < 0 || slot.isEmpty()) {
      return;
    }
    used.computeIfAbsent(bus, none -> new HashSet<>()).add(slot.get());
    xml.empty("address", address(bus, slot.get(), isShared(device, slot.get())));
  }

  private boolean isFree(int bus, GuestSlot slot) {
    boolean isBuiltIn = bus == 0 ? BUILT_IN.contains(slot.slot()) : slot.slot() == 0;
    return bus >= 0 && !isBuiltIn && !used.getOrDefault(bus, Set.of()).contains(slot);
  }

  private Optional<GuestSlot> firstFree(int bus) {
    Set<GuestSlot> planned = new HashSet<>();
    guest.devices().forEach(each -> each.slot().flatMap(GuestSlot::of).ifPresent(planned::add));
    for (int slot = 1; slot < 32; slot++) {
      GuestSlot free = new GuestSlot(slot, 0);
      if (isFree(bus, free) && !planned.contains(free)) {
        return Optional.of(free);
      }
    }
    return Optional.empty();
  }

  /** Whether function 0 has to say that its slot has more. */
  private boolean isShared(GuestDevice device, GuestSlot slot) {
    return slot.function() == 0
        && guest.devices().stream()
            .filter(other -> other.bus().equals(device.bus()))
            .flatMap(other -> other.slot().flatMap(GuestSlot::of).stream())
            .anyMatch(other -> other.slot() == slot.slot() && other.function() != 0);
  }

  private static String[] address(int bus, GuestSlot slot, boolean isShared) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                "type",
                "pci",
                "domain",
                "0x0000",
                "bus",
                "0x%02x".formatted(bus),
                "slot",
                "0x%02x".formatted(slot.slot()),
                "function",
                "0x" + slot.function()));
    if (isShared) {
      parts.addAll(List.of("multifunction", "on"));
    }
    return parts.toArray(String[]::new);
  }
}
