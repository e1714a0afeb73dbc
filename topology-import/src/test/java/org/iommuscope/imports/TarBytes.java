package org.iommuscope.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Tar archives that no tar would write, block by block. */
final class TarBytes {

  static final int BLOCK = 512;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  TarBytes file(String name, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(header(name, content.length, '0', ""));
    bytes.writeBytes(content);
    bytes.writeBytes(new byte[-content.length & (BLOCK - 1)]);
    return this;
  }

  TarBytes link(String name, String target) {
    bytes.writeBytes(header(name, 0, '2', target));
    return this;
  }

  /** A header that claims a size and brings nothing. */
  TarBytes claim(String name, long size, char type) {
    bytes.writeBytes(header(name, size, type, ""));
    return this;
  }

  byte[] ended() {
    bytes.writeBytes(new byte[2 * BLOCK]);
    return bytes.toByteArray();
  }

  byte[] cutOff() {
    return bytes.toByteArray();
  }

  static byte[] header(String name, long size, char type, String target) {
    byte[] block = new byte[BLOCK];
    put(block, 0, name);
    put(block, 100, "0000644\0");
    put(block, 124, size < 1L << 33 ? String.format("%011o", size) : "");
    if (size >= 1L << 33) {
      block[124] = (byte) 0x80;
      for (int i = 0; i < 8; i++) {
        block[135 - i] = (byte) (size >>> 8 * i);
      }
    }
    block[156] = (byte) type;
    put(block, 157, target);
    put(block, 257, "ustar\00000");
    setChecksum(block);
    return block;
  }

  static void setChecksum(byte[] block) {
    put(block, 148, "        ");
    int sum = 0;
    for (byte each : block) {
      sum += each & 0xff;
    }
    put(block, 148, String.format("%06o\0 ", sum));
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
