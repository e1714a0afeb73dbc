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
  private static final byte UP = 2;
  private static final int CHUNK = 1 << 16;

  private final OutputStream out;
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final DeflaterOutputStream deflater =
      new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION), 1 << 14);
  private final byte[] above;
  private final byte[] filtered;

  public PngEncoder(OutputStream out, int width, int height) throws IOException {
    this.out = out;
    this.above = new byte[3 * width];
    this.filtered = new byte[above.length + 1];
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(height).put((byte) 8).put((byte) 2);
    chunk("IHDR", header.array());
  }

  /** Adds a row from pixels of the form {@code 0xaarrggbb}. */
  public void row(int[] pixels, int offset) throws IOException {
    int width = above.length / 3;
    filtered[0] = UP;
    for (int pixel = 0, at = 0; pixel < width; pixel++, at += 3) {
      int colour = pixels[offset + pixel];
      put(at, (byte) (colour >> 16));
      put(at + 1, (byte) (colour >> 8));
      put(at + 2, (byte) colour);
    }
    deflater.write(filtered);
    if (packed.size() > CHUNK) {
      chunk("IDAT", packed.toByteArray());
      packed.reset();
    }
  }

  /** Writes the difference to the byte above; PNG specification, section 9. */
  private void put(int at, byte value) {
    filtered[at + 1] = (byte) (value - above[at]);
    above[at] = value;
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
