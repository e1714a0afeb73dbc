package org.iommuscope.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a PNG of opaque pixels row by row, without a toolkit and without a time stamp. */
public final class PngEncoder {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int CHUNK = 1 << 16;

  /**
   * Less than half the time of the usual level, for files that are hardly larger. Rows go as they
   * are (filter 0): what repeats in them, letters and rules, would be torn by a filter.
   */
  private static final int LEVEL = 3;

  private final OutputStream out;
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final DeflaterOutputStream deflater =
      new DeflaterOutputStream(packed, new Deflater(LEVEL), 1 << 14);
  private final byte[] row;

  public PngEncoder(OutputStream out, int width, int height) throws IOException {
    this.out = out;
    this.row = new byte[1 + 3 * width];
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(height).put((byte) 8).put((byte) 2);
    chunk("IHDR", header.array());
  }

  /** Adds a row from pixels of the form {@code 0xaarrggbb}. */
  public void row(int[] pixels, int offset) throws IOException {
    for (int at = 1, pixel = offset; at < row.length; at += 3, pixel++) {
      int colour = pixels[pixel];
      row[at] = (byte) (colour >> 16);
      row[at + 1] = (byte) (colour >> 8);
      row[at + 2] = (byte) colour;
    }
    deflater.write(row);
    if (packed.size() > CHUNK) {
      chunk("IDAT", packed.toByteArray());
      packed.reset();
    }
  }

  /** Ends the file; the stream stays open. */
  public void finish() throws IOException {
    deflater.close();
    chunk("IDAT", packed.toByteArray());
    chunk("IEND", new byte[0]);
    out.flush();
  }

  private void chunk(String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.write(ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(name);
    out.write(data);
    out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
