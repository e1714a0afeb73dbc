package org.iommuscope.app.screenshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/** Reads the plain kind of PNG: 8 bits a channel, RGB or RGBA, not interlaced. */
final class PngReading {

  private static final int SIGNATURE_BYTES = 8;
  private static final int RGB = 2;
  private static final int RGBA = 6;

  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private int width;
  private int height;
  private int channels;

  PngReading(byte[] png) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(png))) {
      in.skipNBytes(SIGNATURE_BYTES);
      while (chunk(in)) {}
    }
  }

  Pixels pixels() throws IOException {
    int[] rgb = new int[width * height];
    byte[] above = new byte[width * channels];
    try (DataInputStream rows =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray())))) {
      for (int y = 0; y < height; y++) {
        int filter = rows.readUnsignedByte();
        byte[] row = rows.readNBytes(above.length);
        unfilter(filter, row, above);
        for (int x = 0; x < width; x++) {
          rgb[y * width + x] = rgb(row, x * channels);
        }
        above = row;
      }
    }
    return new Pixels(width, height, rgb);
  }

  /** Takes one chunk in; false after the last. */
  private boolean chunk(DataInputStream in) throws IOException {
    int length = in.readInt();
    String type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
    byte[] data = in.readNBytes(length);
    in.readInt();
    switch (type) {
      case "IHDR" -> header(data);
      case "IDAT" -> packed.writeBytes(data);
      default -> {}
    }
    return !type.equals("IEND");
  }

  private void header(byte[] data) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data))) {
      width = in.readInt();
      height = in.readInt();
      int depth = in.readByte();
      int colour = in.readByte();
      in.readShort();
      boolean interlaced = in.readByte() != 0;
      if (depth != 8 || (colour != RGB && colour != RGBA) || interlaced) {
        throw new IOException("not a plain PNG of 8 bits a channel");
      }
      channels = colour == RGB ? 3 : 4;
    }
  }

  /** Undoes a row's filter; PNG specification, section 9. */
  private void unfilter(int filter, byte[] row, byte[] above) throws IOException {
    for (int at = 0; at < row.length; at++) {
      int left = at < channels ? 0 : row[at - channels] & 0xff;
      int up = above[at] & 0xff;
      int corner = at < channels ? 0 : above[at - channels] & 0xff;
      int guess =
          switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> throw new IOException("no PNG filter: " + filter);
          };
      row[at] = (byte) (row[at] + guess);
    }
  }

  private static int paeth(int left, int up, int corner) {
    int estimate = left + up - corner;
    int byLeft = Math.abs(estimate - left);
    int byUp = Math.abs(estimate - up);
    int byCorner = Math.abs(estimate - corner);
    if (byLeft <= byUp && byLeft <= byCorner) {
      return left;
    }
    return byUp <= byCorner ? up : corner;
  }

  private static int rgb(byte[] row, int at) {
    return (row[at] & 0xff) << 16 | (row[at + 1] & 0xff) << 8 | row[at + 2] & 0xff;
  }
}
