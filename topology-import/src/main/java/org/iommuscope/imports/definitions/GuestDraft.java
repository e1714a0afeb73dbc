package org.iommuscope.imports.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/** A guest while its definition is read. */
final class GuestDraft {

  private final GuestName name;
  private final List<GuestBus> buses = new ArrayList<>();
  private final List<GuestDevice> devices = new ArrayList<>();
  private Viommu viommu = new Viommu.None();
  private boolean kvm = true;

  GuestDraft(GuestName name) {
    this.name = name;
  }

  GuestName name() {
    return name;
  }

  void kvm(boolean isOn) {
    kvm = isOn;
  }

  void viommu(Viommu model) {
    viommu = model;
  }

  void bus(String id, GuestBus.Kind kind) {
    buses.add(new GuestBus(id, kind));
  }

  /** Whether a bus of this name decides about address spaces; other buses a plan leaves out. */
  boolean hasBus(String id) {
    return buses.stream().anyMatch(bus -> bus.name().equals(id));
  }

  void device(
      DeviceRef device,
      Optional<String> slot,
      Optional<String> bus,
      Optional<String> vfToken,
      Optional<String> iommufd) {
    GuestDevice.Path path =
        device instanceof PciAddress ? GuestDevice.Path.HOST : GuestDevice.Path.SYSFSDEV;
    devices.add(
        new GuestDevice(device, path, slot, bus.filter(this::hasBus), vfToken, iommufd, false));
  }

  void device(DeviceRef device) {
    device(device, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Guest toGuest() {
    Guest plain = Guest.named(name);
    return new Guest(
        name, viommu, Backend.LEGACY, kvm, plain.uid(), plain.memlock(), buses, devices);
  }
}
