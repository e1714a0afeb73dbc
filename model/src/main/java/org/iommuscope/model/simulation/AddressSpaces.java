package org.iommuscope.model.simulation;

import java.util.Optional;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.Viommu;

/**
 * The address space in which a guest's device does its DMA; {@code pci_device_iommu_address_space},
 * QEMU 5.2 and 10.0.
 */
final class AddressSpaces {

  private static final String SYSTEM = "system";

  private AddressSpaces() {}

  /**
   * One for all without vIOMMU and on a root bus that bypasses it; that of the bridge's alias
   * behind a conventional bridge; else one for each requester.
   *
   * @param nth tells requesters apart whose slots nobody chose
   */
  static String of(Guest guest, GuestDevice given, int nth) {
    if (guest.viommu() instanceof Viommu.None) {
      return SYSTEM;
    }
    Optional<GuestBus> bus =
        given
            .bus()
            .flatMap(name -> guest.buses().stream().filter(b -> b.name().equals(name)).findFirst());
    if (bus.isPresent()) {
      return switch (bus.get().kind()) {
        case BYPASS_ROOT -> SYSTEM;
        case PCIE_PCI_BRIDGE -> "bus " + bus.get().name();
      };
    }
    return given.slot().map(slot -> "slot " + slot).orElse("device " + nth);
  }
}
