package org.iommuscope.model.config;

import java.util.List;

/**
 * Speed and width of a PCI Express link, as Link Capabilities and Link Status encode them.
 *
 * @param speed the encoding of the speed, 1 to 7; other values are reserved
 * @param width lanes, 0 to 63
 */
public record Link(int speed, int width) {

  private static final List<String> SPEEDS =
      List.of("2.5GT/s", "5GT/s", "8GT/s", "16GT/s", "32GT/s", "64GT/s", "128GT/s");

  static Link of(int register) {
    return new Link(register & 0xf, register >> 4 & 0x3f);
  }

  /** {@code 8GT/s x16}. */
  public String words() {
    return speedWords() + " x" + width;
  }

  /** The speed with its unit; {@code unknown} for a reserved encoding. */
  public String speedWords() {
    return speed >= 1 && speed <= SPEEDS.size() ? SPEEDS.get(speed - 1) : "unknown";
  }
}
