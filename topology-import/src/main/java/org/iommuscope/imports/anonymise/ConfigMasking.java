package org.iommuscope.imports.anonymise;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * Takes the Device Serial Number out of a config space: extended capability 0003h of the PCI
 * Express Base Specification, whose eight bytes follow the header.
 */
final class ConfigMasking {

  private static final int FIRST = 0x100;
  private static final int SERIAL_NUMBER = 0x0003;
  private static final int HEADER = 4;
  private static final int LENGTH = 8;

  /** As many capabilities as an extended config space has room for. */
  private static final int MOST = (0x1000 - FIRST) / HEADER;

  private final Masks masks;

  ConfigMasking(Masks masks) {
    this.masks = masks;
  }

  /** The same bytes, with zeros for the number where there is one. */
  byte[] mask(byte[] config, String where) {
    OptionalInt at = serialNumberIn(config);
    if (at.isEmpty()) {
      return config;
    }
    int begin = at.getAsInt();
    byte[] number = Arrays.copyOfRange(config, begin, begin + LENGTH);
    if (Arrays.equals(number, new byte[LENGTH])) {
      return config;
    }
    masks.mask(Secret.PCI_SERIAL_NUMBER, written(number), where);
    byte[] masked = config.clone();
    Arrays.fill(masked, begin, begin + LENGTH, (byte) 0);
    return masked;
  }

  /** As lspci writes it: the highest byte first. */
  private static String written(byte[] number) {
    byte[] reversed = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      reversed[i] = number[LENGTH - 1 - i];
    }
    return HexFormat.ofDelimiter("-").formatHex(reversed);
  }

  private static OptionalInt serialNumberIn(byte[] config) {
    int at = FIRST;
    for (int seen = 0;
        seen < MOST && at >= FIRST && at + HEADER + LENGTH <= config.length;
        seen++) {
      int header = word(config, at);
      if ((header & 0xffff) == SERIAL_NUMBER) {
        return OptionalInt.of(at + HEADER);
      }
      at = header >>> 20 & ~3;
    }
    return OptionalInt.empty();
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | (bytes[at + 3] & 0xff) << 24;
  }
}
