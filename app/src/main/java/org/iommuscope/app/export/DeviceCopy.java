package org.iommuscope.app.export;

/**
 * A text about one device that fits into another program.
 *
 * @param label what it is, as a menu says it: {@code libvirt XML}
 */
public record DeviceCopy(String label, String text) {}
