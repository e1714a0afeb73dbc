package org.iommuscope.model.plan;

import java.util.List;
import java.util.OptionalLong;

/**
 * A virtual machine of the plan: one QEMU process with its devices, in the order of its command
 * line.
 *
 * @param kvm whether it runs with KVM; GVT-g refuses guests without
 * @param uid the user who runs QEMU; 0 is root
 * @param memlock locked-memory limit in bytes; none means enough for the guest's RAM
 */
public record Guest(
    GuestName name,
    Viommu viommu,
    Backend backend,
    boolean kvm,
    int uid,
    OptionalLong memlock,
    List<GuestBus> buses,
    List<GuestDevice> devices) {

  public Guest {
    buses = List.copyOf(buses);
    devices = List.copyOf(devices);
  }

  /** A guest as the plan file's defaults describe it: no vIOMMU, legacy backend, KVM, root. */
  public static Guest named(GuestName name) {
    return new Guest(
        name,
        new Viommu.None(),
        Backend.LEGACY,
        true,
        0,
        OptionalLong.empty(),
        List.of(),
        List.of());
  }

  public Guest withDevices(List<GuestDevice> changed) {
    return new Guest(name, viommu, backend, kvm, uid, memlock, buses, changed);
  }

  public Guest withBuses(List<GuestBus> changed) {
    return new Guest(name, viommu, backend, kvm, uid, memlock, changed, devices);
  }

  public Guest withViommu(Viommu changed) {
    return new Guest(name, changed, backend, kvm, uid, memlock, buses, devices);
  }
}
