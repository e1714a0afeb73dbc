package org.iommuscope.app.layout;

import java.nio.ByteBuffer;

/**
 * The horizontal advances of a TrueType font, from its tables {@code head}, {@code hhea}, {@code
 * hmtx} and {@code cmap} (format 4).
 */
final class Advances {

  private static final int PLANE = 0x10000;

  private final float[] byCharacter;

  private Advances(float[] byCharacter) {
    this.byCharacter = byCharacter;
  }

  /** The width of a text in ems; a character that the font lacks counts as the missing glyph. */
  double of(String text) {
    double sum = 0;
    for (int at = 0; at < text.length(); at++) {
      sum += byCharacter[text.charAt(at)];
    }
    return sum;
  }

  static Advances read(byte[] font) {
    ByteBuffer bytes = ByteBuffer.wrap(font);
    float unitsPerEm = unsigned(bytes, table(bytes, "head") + 18);
    int metrics = unsigned(bytes, table(bytes, "hhea") + 34);
    int hmtx = table(bytes, "hmtx");
    int map = unicodeMap(bytes, table(bytes, "cmap"));
    float[] advances = new float[PLANE];
    for (int character = 0; character < PLANE; character++) {
      int glyph = Math.min(glyph(bytes, map, character), metrics - 1);
      advances[character] = unsigned(bytes, hmtx + 4 * glyph) / unitsPerEm;
    }
    return new Advances(advances);
  }

  private static int table(ByteBuffer bytes, String tag) {
    int tables = unsigned(bytes, 4);
    for (int entry = 12; entry < 12 + 16 * tables; entry += 16) {
      if (bytes.getInt(entry) == tagNumber(tag)) {
        return bytes.getInt(entry + 8);
      }
    }
    throw new IllegalArgumentException("a TrueType font has a table " + tag);
  }

  private static int tagNumber(String tag) {
    return tag.charAt(0) << 24 | tag.charAt(1) << 16 | tag.charAt(2) << 8 | tag.charAt(3);
  }

  private static int unicodeMap(ByteBuffer bytes, int cmap) {
    int maps = unsigned(bytes, cmap + 2);
    for (int entry = cmap + 4; entry < cmap + 4 + 8 * maps; entry += 8) {
      int map = cmap + bytes.getInt(entry + 4);
      if (unsigned(bytes, map) == 4) {
        return map;
      }
    }
    throw new IllegalArgumentException("a bundled font has a character map of format 4");
  }

  private static int glyph(ByteBuffer bytes, int map, int character) {
    int segments = unsigned(bytes, map + 6);
    int ends = map + 14;
    int starts = ends + segments + 2;
    int at = 0;
    while (at < segments && unsigned(bytes, ends + at) < character) {
      at += 2;
    }
    if (at >= segments || unsigned(bytes, starts + at) > character) {
      return 0;
    }
    int delta = unsigned(bytes, starts + segments + at);
    int slot = starts + 2 * segments + at;
    int range = unsigned(bytes, slot);
    if (range == 0) {
      return (character + delta) & 0xffff;
    }
    int glyph = unsigned(bytes, slot + range + 2 * (character - unsigned(bytes, starts + at)));
    return glyph == 0 ? 0 : (glyph + delta) & 0xffff;
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }
}
