package org.iommuscope.model.topology;

/**
 * Where a function sits.
 *
 * @param upstream the bridge directly above; absent on a root bus
 * @param hostBridge the root of its tree, {@code pci0000:00}, from the device path
 * @param numaNode {@code numa_node}; absent where the kernel prints -1
 * @param slot the physical slot of {@code /sys/bus/pci/slots} that holds it
 */
public record PciPlacement(
    Reading<PciAddress> upstream,
    Reading<String> hostBridge,
    Reading<Integer> numaNode,
    Reading<String> slot) {

  public static PciPlacement unread() {
    return new PciPlacement(Reading.unread(), Reading.unread(), Reading.unread(), Reading.unread());
  }
}
