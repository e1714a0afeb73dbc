package org.iommuscope.model.grouping;

import java.util.List;
import org.iommuscope.model.topology.PciAddress;

/** Why the kernel puts one function beside another: an edge of the tree of causes. */
public sealed interface Tie {

  PciAddress from();

  PciAddress to();

  /**
   * A function is below a bridge, and the way from there to the root is not isolated.
   *
   * @param failing the functions from the bridge up to the root that do not enforce
   */
  record Path(PciAddress from, PciAddress to, List<PciAddress> failing) implements Tie {
    public Path {
      failing = List.copyOf(failing);
    }
  }

  /** Two functions of one device, neither of which enforces. */
  record Functions(PciAddress from, PciAddress to) implements Tie {}

  /** A function is behind a bridge that puts its own requester ID in place of the function's. */
  record Bridge(PciAddress from, PciAddress to) implements Tie {}

  /** A function also uses the requester ID of the other. */
  record Alias(PciAddress from, PciAddress to) implements Tie {}

  /** A function is behind Intel's VMD, and uses its requester ID. */
  record Vmd(PciAddress from, PciAddress to) implements Tie {}

  /** Both are below one host bridge, which is what the firmware gives a DMA window. */
  record HostBridge(PciAddress from, PciAddress to) implements Tie {}
}
