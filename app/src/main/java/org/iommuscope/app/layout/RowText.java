package org.iommuscope.app.layout;

import java.util.Optional;

/**
 * The words of a device's row.
 *
 * @param address what names it, in the monospaced font; VFs and mdevs are named by number
 * @param name what it is
 * @param isolation what isolates it, where it is an mdev
 */
public record RowText(
    String address,
    String name,
    DeviceClass kind,
    DriverMark driver,
    Optional<IsolationMark> isolation,
    GroupMark group) {

  RowText withDriver(DriverMark changed) {
    return new RowText(address, name, kind, changed, isolation, group);
  }
}
