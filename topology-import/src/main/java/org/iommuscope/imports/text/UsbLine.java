package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A USB device that a listing prints below its controller. */
record UsbLine(String ids, String name) {

  private static final Pattern PLACE = Pattern.compile("Bus \\d{1,4} Device \\d{1,4}:?");
  private static final Pattern IDS = Pattern.compile("(?:\\[|ID )([0-9a-f]{4}:[0-9a-f]{4})]?");

  static Optional<UsbLine> of(String line) {
    Matcher place = PLACE.matcher(line);
    Matcher ids = IDS.matcher(line);
    if (!place.find() || !ids.find()) {
      return Optional.empty();
    }
    String name = line.substring(Math.max(place.end(), ids.end())).strip();
    return Optional.of(new UsbLine(ids.group(1), name));
  }

  /** What the host does with the controller, for a person. */
  String use() {
    return ("usb " + ids + " " + name).strip();
  }
}
