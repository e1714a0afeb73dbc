package org.iommuscope.app.graph;

/** The head of a tree of devices: a host bridge, or what gathers the devices that have none. */
public record RootNode(Kind kind, String name) implements GraphNode {

  /** What a tree hangs from, in the order in which trees are shown. */
  public enum Kind {
    /** A PCI host bridge, {@code pci0000:00}. */
    HOST_BRIDGE,
    /** PCI functions whose host bridge the capture does not say, by segment. */
    UNPLACED_PCI,
    /** Group members on another bus, by the bus's name. */
    BUS,
    /** The parent of mediated devices where it is no device of the host: a software one. */
    MDEV_PARENT,
    /** Mediated devices whose parent the capture does not say. */
    UNPLACED_MDEV
  }

  @Override
  public String id() {
    return NodeId.of("root", name);
  }
}
