package org.iommuscope.model.plan;

/** A bus of the guest that decides which address space its devices get. */
public record GuestBus(String name, Kind kind) {

  /** What the bus does to requester IDs. */
  public enum Kind {
    /** One alias, and so one address space, for all that is behind it. */
    PCIE_PCI_BRIDGE,
    /** A root bus that the vIOMMU does not serve: system memory. */
    BYPASS_ROOT
  }
}
