package org.iommuscope.app.ui.dials;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/**
 * The dials that the selected device has, as they stand.
 *
 * @param vfs of a PF
 * @param driver none of a bridge and of an mdev
 * @param slot of a card that can be moved
 * @param mdevs what a parent would make more of
 * @param ids {@code 8086:10d3}, which an ACS override may name
 * @param isMdev whether it can be removed
 */
record DeviceDials(
    DeviceRef device,
    String name,
    Optional<Vfs> vfs,
    Optional<Driver> driver,
    Optional<Slot> slot,
    List<Mdev> mdevs,
    Optional<String> ids,
    boolean isMdev) {

  DeviceDials {
    mdevs = List.copyOf(mdevs);
  }

  /** How many VFs the captured host has, how many are wanted, and how many there can be. */
  record Vfs(int now, int wanted, int most) {}

  /**
   * The driver on the captured host, empty for none, and the wanted one.
   *
   * @param wanted empty where the dial is not turned; an empty text for no driver
   */
  record Driver(String now, Optional<String> wanted, List<String> choices) {
    Driver {
      choices = List.copyOf(choices);
    }
  }

  /** The bridge above the card on the captured host, the wanted one, and those that are free. */
  record Slot(PciAddress now, Optional<PciAddress> wanted, List<PciAddress> free) {
    Slot {
      free = List.copyOf(free);
    }
  }

  /** A type of mdev that a parent offers, and how many more it would make. */
  record Mdev(String type, String words) {}
}
