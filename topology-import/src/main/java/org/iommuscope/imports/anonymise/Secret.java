package org.iommuscope.imports.anonymise;

import java.util.Locale;
import java.util.regex.Pattern;

/** A kind of value that names a person or one machine among all, and what stands for the nth. */
public enum Secret {
  MAC_ADDRESS("02:00:00:00:%02x:%02x"),
  /** Of a PCI Express function; zeros, for in a config space there is no room for more. */
  PCI_SERIAL_NUMBER("00-00-00-00-00-00-00-00"),
  SERIAL_NUMBER("serial%d"),
  UUID("00000000-0000-4000-8000-%012d"),
  DISK_ID("masked%d"),
  HOST_NAME("host%d"),
  USER_NAME("user%d"),
  WORD("word%d");

  private final String form;
  private final Pattern mask;

  Secret(String form) {
    this.form = form;
    this.mask = Pattern.compile(form.replaceAll("%[0-9]*[dx]", "[0-9a-f]+"));
  }

  /** What people call it: {@code MAC address}. */
  public String title() {
    String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words
        .replace("mac ", "MAC ")
        .replace("pci ", "PCI ")
        .replace("uuid", "UUID")
        .replace("disk id", "disk ID");
  }

  /** Whether a value stands for another already, so that a second run finds nothing to do. */
  boolean isMask(String value) {
    return mask.matcher(value).matches();
  }

  String mask(int number) {
    return this == MAC_ADDRESS
        ? form.formatted(number >> 8 & 0xff, number & 0xff)
        : form.formatted(number);
  }
}
