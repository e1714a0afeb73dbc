package org.iommuscope.imports.capture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The short strings of bytes that an archive says again and again, names and values, each made once
 * while it is remembered: thousands of functions have the same files with the same few bytes in
 * them.
 */
final class Repeats {

  static final int LONGEST = 128;

  private static final int SLOTS = 1 << 12;

  /** One of them. */
  static final class Repeat {
    private final byte[] bytes;
    private final Content.Bytes content;
    private @Nullable String text;

    private Repeat(byte[] bytes) {
      this.bytes = bytes;
      this.content = new Content.Bytes(bytes);
    }

    Content.Bytes content() {
      return content;
    }

    String text() {
      @Nullable String known = text;
      if (known == null) {
        known = new String(bytes, StandardCharsets.UTF_8);
        text = known;
      }
      return known;
    }
  }

  private final @Nullable Repeat[] slots = new @Nullable Repeat[SLOTS];

  /** The one of these bytes; a new one takes the place of another now and then. */
  Repeat of(byte[] from, int at, int length) {
    int hash = 0;
    for (int i = at; i < at + length; i++) {
      hash = 31 * hash + from[i];
    }
    int slot = (hash ^ hash >>> 12) & (SLOTS - 1);
    @Nullable Repeat known = slots[slot];
    if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, from, at, at + length)) {
      return known;
    }
    Repeat made = new Repeat(Arrays.copyOfRange(from, at, at + length));
    slots[slot] = made;
    return made;
  }

  /** A text of any length. */
  String text(byte[] from, int at, int length) {
    return length <= LONGEST
        ? of(from, at, length).text()
        : new String(from, at, length, StandardCharsets.UTF_8);
  }
}
