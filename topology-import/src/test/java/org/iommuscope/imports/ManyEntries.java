package org.iommuscope.imports;

import java.io.InputStream;

/**
 * A tar stream of so many empty attribute files, each in a folder of its own, made as it is read.
 */
final class ManyEntries extends InputStream {

  private static final int NUMBER_AT = "sys/devices/pci0000:00/".length();
  private static final int DIGITS = 8;

  private final byte[] block =
      TarBytes.header("sys/devices/pci0000:00/00000000/vendor", 0, '0', "");
  private final long entries;
  private long entry;
  private int at = TarBytes.BLOCK;

  ManyEntries(long entries) {
    this.entries = entries;
  }

  /** How many entries were asked for. */
  long given() {
    return entry;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (at == TarBytes.BLOCK) {
      if (entry == entries) {
        return -1;
      }
      number(entry++);
      at = 0;
    }
    int given = Math.min(length, TarBytes.BLOCK - at);
    System.arraycopy(block, at, into, offset, given);
    at += given;
    return given;
  }

  private void number(long number) {
    long left = number;
    for (int i = DIGITS - 1; i >= 0; i--) {
      block[NUMBER_AT + i] = (byte) ('0' + left % 10);
      left /= 10;
    }
    TarBytes.setChecksum(block);
  }
}
