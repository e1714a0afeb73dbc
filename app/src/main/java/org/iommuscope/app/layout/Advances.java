package org.iommuscope.app.layout;

import java.nio.ByteBuffer;
import java.util.Arrays;

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
    GlyphWidths widths =
        new GlyphWidths(
            bytes,
            table(bytes, "hmtx"),
            unsigned(bytes, table(bytes, "hhea") + 34),
            unsigned(bytes, table(bytes, "head") + 18));
    float[] advances = new float[PLANE];
    Arrays.fill(advances, widths.of(0));
    int map = unicodeMap(bytes, table(bytes, "cmap"));
    int segments = unsigned(bytes, map + 6);
    for (int segment = 0; segment < segments; segment += 2) {
      readSegment(bytes, map + 14 + segment, segments, widths, advances);
    }
    return new Advances(advances);
  }

  /** The table {@code hmtx}; glyphs past its end are as wide as its last. */
  private record GlyphWidths(ByteBuffer bytes, int hmtx, int metrics, float unitsPerEm) {

    float of(int glyph) {
      return unsigned(bytes, hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
    }
  }

  /** A run of characters; its end, start, delta and range stand in four arrays of one length. */
  private static void readSegment(
      ByteBuffer bytes, int endAt, int length, GlyphWidths widths, float[] advances) {
    int startAt = endAt + length + 2;
    int delta = unsigned(bytes, startAt + length);
    int rangeAt = startAt + 2 * length;
    int range = unsigned(bytes, rangeAt);
    int start = unsigned(bytes, startAt);
    int end = Math.min(unsigned(bytes, endAt), PLANE - 2);
    for (int character = start; character <= end; character++) {
      int listed =
          range == 0 ? character : unsigned(bytes, rangeAt + range + 2 * (character - start));
      int glyph = range != 0 && listed == 0 ? 0 : (listed + delta) & 0xffff;
      advances[character] = widths.of(glyph);
    }
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

  private static int unsigned(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }
}
