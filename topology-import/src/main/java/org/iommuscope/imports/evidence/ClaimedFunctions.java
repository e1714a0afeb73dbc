package org.iommuscope.imports.evidence;

import java.util.Optional;
import java.util.function.Supplier;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.PciPlacement;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.SriovRole;

/** The PCI functions that evidence describes, with what follows from their claims. */
final class ClaimedFunctions {

  private static final int PCI_BRIDGE = 0x0604;
  private static final int CARDBUS_BRIDGE = 0x0607;

  private final Supplier<PciNames> names;
  private final ClaimedTree tree;

  ClaimedFunctions(Evidence evidence, Supplier<PciNames> names) {
    this.names = names;
    this.tree = new ClaimedTree(evidence);
  }

  PciFunction function(PciAddress address, Claims claims) {
    PciIds ids = ids(claims);
    return new PciFunction(
        address,
        name(claims, ids),
        ids,
        header(claims, ids),
        claims.reading(Fact.DRIVER),
        claims.reading(Fact.DRIVER_OVERRIDE),
        claims.reading(Fact.GROUP),
        claims.reading(Fact.IOMMU),
        new PciPlacement(
            tree.upstream(address, claims),
            tree.hostBridge(address, claims),
            claims.reading(Fact.NUMA_NODE),
            claims.reading(Fact.SLOT)),
        new SriovRole(
            claims.reading(Fact.PHYSFN),
            claims.reading(Fact.VIRTFNS),
            claims.reading(Fact.TOTAL_VFS),
            claims.reading(Fact.NUM_VFS)),
        claims.reading(Fact.BOOT_VGA),
        claims.reading(Fact.RESET_METHODS),
        claims.reading(Fact.BARS),
        claims.reading(Fact.CONFIG),
        claims.reading(Fact.CAPABILITIES),
        claims.reading(Fact.USES),
        claims.reading(Fact.VFIO_CDEV));
  }

  private static PciIds ids(Claims claims) {
    return new PciIds(
        claims.reading(Fact.VENDOR),
        claims.reading(Fact.DEVICE),
        claims.reading(Fact.SUBSYSTEM_VENDOR),
        claims.reading(Fact.SUBSYSTEM_DEVICE),
        claims.reading(Fact.CLASS),
        claims.reading(Fact.REVISION));
  }

  private Reading<String> name(Claims claims, PciIds ids) {
    Reading<String> claimed = claims.reading(Fact.NAME);
    if (!claimed.isUnread()) {
      return claimed;
    }
    Optional<Integer> vendor = ids.vendor().known();
    Optional<Integer> device = ids.device().known();
    if (vendor.isEmpty() || device.isEmpty()) {
      return Reading.unread();
    }
    return Reading.of(
        names
            .get()
            .nameOf(vendor.get(), device.get())
            .orElseGet(() -> "Device [%04x:%04x]".formatted(vendor.get(), device.get())));
  }

  /** A class that leads to another bus has the header of one, {@code PCI_CLASS_BRIDGE_PCI}. */
  private static Reading<HeaderType> header(Claims claims, PciIds ids) {
    Reading<HeaderType> claimed = claims.reading(Fact.HEADER);
    return claimed.isUnread() ? ids.classCode().map(ClaimedFunctions::headerOf) : claimed;
  }

  private static HeaderType headerOf(int classCode) {
    return switch (classCode >> 8) {
      case PCI_BRIDGE -> HeaderType.BRIDGE;
      case CARDBUS_BRIDGE -> HeaderType.CARDBUS;
      default -> HeaderType.ENDPOINT;
    };
  }
}
