package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.OptionalInt;

/** Sixteen bytes of a config space as {@code lspci -x} prints them, {@code 40: 10 00 …}. */
record HexRow(int offset, byte[] bytes) {

  private static final int BYTES = 16;
  private static final int CONFIG_SIZE = 4096;

  static Optional<HexRow> of(String line) {
    int begin = Tokens.skipBlanks(line, 0);
    int colon = line.indexOf(": ", begin);
    int digits = colon - begin;
    if (digits < 2 || digits > 3) {
      return Optional.empty();
    }
    OptionalInt offset = Tokens.hexAt(line, begin, digits);
    byte[] bytes = new byte[BYTES];
    int at = colon + 2;
    for (int i = 0; i < BYTES; i++, at += 3) {
      OptionalInt value = Tokens.hexAt(line, at, 2);
      boolean isParted = at + 2 >= line.length() || line.charAt(at + 2) == ' ';
      if (value.isEmpty() || !isParted) {
        return Optional.empty();
      }
      bytes[i] = (byte) value.getAsInt();
    }
    return offset.isPresent() && offset.getAsInt() % BYTES == 0 && offset.getAsInt() < CONFIG_SIZE
        ? Optional.of(new HexRow(offset.getAsInt(), bytes))
        : Optional.empty();
  }
}
