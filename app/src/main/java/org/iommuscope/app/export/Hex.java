package org.iommuscope.app.export;

import java.util.HexFormat;

/** Writes colours as CSS and SVG have them. */
final class Hex {

  private static final HexFormat DIGITS = HexFormat.of();

  private Hex() {}

  /** A colour {@code 0xrrggbb} as {@code #rrggbb}. */
  static String of(int rgb) {
    return "#" + DIGITS.toHexDigits(rgb, 6);
  }
}
