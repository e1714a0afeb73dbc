package org.iommuscope.app.layout;

/**
 * The words of a device's row.
 *
 * @param address what names it, in the monospaced font; VFs and mdevs are named by number
 * @param name what it is
 */
public record RowText(
    String address, String name, DeviceClass kind, DriverMark driver, GroupMark group) {}
