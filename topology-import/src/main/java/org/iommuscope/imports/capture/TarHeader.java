package org.iommuscope.imports.capture;

import java.nio.charset.StandardCharsets;

/**
 * The header block of a tar entry, POSIX.1-1988 (ustar) with the number format of GNU tar.
 *
 * @param type the type flag, {@code '0'} for a file
 * @param link the target of a link
 */
record TarHeader(String name, long size, char type, String link) {

  static final int BLOCK = 512;

  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM_LENGTH = 8;

  static boolean isEndOfArchive(byte[] block) {
    for (byte each : block) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the block's checksum is that of its bytes, as it is in headers and hardly elsewhere.
   */
  static boolean isHeader(byte[] block) {
    int sum = CHECKSUM_LENGTH * ' ';
    for (int i = 0; i < BLOCK; i++) {
      if (i < CHECKSUM_AT || i >= CHECKSUM_AT + CHECKSUM_LENGTH) {
        sum += block[i] & 0xff;
      }
    }
    return sum == number(block, CHECKSUM_AT, CHECKSUM_LENGTH);
  }

  static TarHeader parse(byte[] block) {
    String name = text(block, 0, 100);
    boolean isPosix = block[257] == 'u' && block[262] == 0;
    String prefix = isPosix ? text(block, 345, 155) : "";
    return new TarHeader(
        prefix.isEmpty() ? name : prefix + "/" + name,
        number(block, 124, 12),
        block[156] == 0 ? '0' : (char) (block[156] & 0xff),
        text(block, 157, 100));
  }

  /** An octal number, or a binary one where the first bit is set; -1 where it is neither. */
  private static long number(byte[] block, int at, int length) {
    if ((block[at] & 0x80) != 0) {
      return binary(block, at, length);
    }
    long number = 0;
    for (int i = at; i < at + length; i++) {
      int digit = block[i] & 0xff;
      if (digit >= '0' && digit <= '7') {
        number = number * 8 + digit - '0';
      } else if (digit != ' ' && digit != 0) {
        return -1;
      }
    }
    return number;
  }

  private static long binary(byte[] block, int at, int length) {
    long number = block[at] & 0x3f;
    for (int i = at + 1; i < at + length; i++) {
      if (number > Long.MAX_VALUE >> 8) {
        return -1;
      }
      number = number << 8 | block[i] & 0xff;
    }
    return number;
  }

  private static String text(byte[] block, int at, int longest) {
    int length = 0;
    while (length < longest && block[at + length] != 0) {
      length++;
    }
    return new String(block, at, length, StandardCharsets.UTF_8);
  }
}
