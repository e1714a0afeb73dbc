package org.iommuscope.imports.capture;

import java.nio.ByteBuffer;

/**
 * An entry of a zip file's central directory, PKWARE APPNOTE 4.3.12.
 *
 * @param method 0 stored, 8 deflated
 * @param mode the Unix mode, or 0 where the archive was made elsewhere
 * @param localOffset where its local header begins
 */
record ZipHeader(
    String name, int flags, int method, long packedSize, long size, int mode, long localOffset) {

  static final int SIGNATURE = 0x02014b50;
  static final int LENGTH = 46;

  private static final int UNIX = 3;
  private static final int TYPE_BITS = 0170000;
  private static final int LINK = 0120000;
  private static final int FILE = 0100000;
  private static final long IN_ZIP64 = 0xffffffffL;

  boolean isFolder() {
    return name.endsWith("/");
  }

  boolean isLink() {
    return (mode & TYPE_BITS) == LINK;
  }

  boolean isFile() {
    return (mode & TYPE_BITS) == FILE || (mode & TYPE_BITS) == 0;
  }

  boolean isEncrypted() {
    return (flags & 1) != 0;
  }

  /**
   * Reads the fixed part, little-endian, with the name and extra fields that follow it.
   *
   * @param fixed {@link #LENGTH} bytes
   */
  static ZipHeader parse(ByteBuffer fixed, String name, ByteBuffer extra) {
    boolean isUnix = (fixed.get(5) & 0xff) == UNIX;
    Zip64 large = new Zip64(extra);
    long size = large.orMore(unsigned(fixed, 24));
    long packedSize = large.orMore(unsigned(fixed, 20));
    long localOffset = large.orMore(unsigned(fixed, 42));
    return new ZipHeader(
        name,
        fixed.getShort(8),
        fixed.getShort(10),
        packedSize,
        size,
        isUnix ? fixed.getInt(38) >>> 16 : 0,
        localOffset);
  }

  static long unsigned(ByteBuffer bytes, int at) {
    return bytes.getInt(at) & IN_ZIP64;
  }

  /** The extra field that holds, in this order, the numbers too large for their 32 bits. */
  private static final class Zip64 {
    private final ByteBuffer numbers;

    Zip64(ByteBuffer extra) {
      ByteBuffer found = extra.slice(0, 0);
      while (extra.remaining() >= 4) {
        int id = extra.getShort() & 0xffff;
        int length = Math.min(extra.getShort() & 0xffff, extra.remaining());
        if (id == 1) {
          found = extra.slice(extra.position(), length).order(extra.order());
        }
        extra.position(extra.position() + length);
      }
      numbers = found;
    }

    long orMore(long number) {
      return number == IN_ZIP64 && numbers.remaining() >= 8 ? numbers.getLong() : number;
    }
  }
}
