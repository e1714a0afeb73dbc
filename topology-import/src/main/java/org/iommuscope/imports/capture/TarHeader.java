package org.iommuscope.imports.capture;

/**
 * The header block of a tar entry, POSIX.1-1988 (ustar) with the number format of GNU tar.
 *
 * @param folder the path before the last slash that is not its first character; else empty
 * @param name what follows that slash; else the whole path
 * @param type the type flag, {@code '0'} for a file
 * @param link the target of a link
 */
record TarHeader(String folder, String name, long size, char type, String link) {

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
    for (int i = 0; i < CHECKSUM_AT; i++) {
      sum += block[i] & 0xff;
    }
    for (int i = CHECKSUM_AT + CHECKSUM_LENGTH; i < BLOCK; i++) {
      sum += block[i] & 0xff;
    }
    return sum == number(block, CHECKSUM_AT, CHECKSUM_LENGTH);
  }

  static TarHeader parse(byte[] block, Repeats repeats) {
    boolean isPosix = block[257] == 'u' && block[262] == 0;
    int nameLength = lengthOf(block, 0, 100);
    long size = number(block, 124, 12);
    char type = block[156] == 0 ? '0' : (char) (block[156] & 0xff);
    String link = repeats.text(block, 157, lengthOf(block, 157, 100));
    int slash = nameLength - 1;
    while (slash > 0 && block[slash] != '/') {
      slash--;
    }
    int begin = slash > 0 ? slash + 1 : 0;
    String name = repeats.text(block, begin, nameLength - begin);
    String folder = slash > 0 ? repeats.text(block, 0, slash) : "";
    if (!isPosix || block[345] == 0) {
      return new TarHeader(folder, name, size, type, link);
    }
    String prefix = repeats.text(block, 345, lengthOf(block, 345, 155));
    return slash > 0
        ? new TarHeader(prefix + "/" + folder, name, size, type, link)
        : ofPath(prefix + "/" + name, size, type, link);
  }

  /** A header whose path was told elsewhere. */
  TarHeader at(String path) {
    return ofPath(path, size, type, link);
  }

  private static TarHeader ofPath(String path, long size, char type, String link) {
    int slash = path.lastIndexOf('/');
    return slash > 0
        ? new TarHeader(path.substring(0, slash), path.substring(slash + 1), size, type, link)
        : new TarHeader("", path, size, type, link);
  }

  String path() {
    return folder.isEmpty() ? name : folder + "/" + name;
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

  private static int lengthOf(byte[] block, int at, int longest) {
    int length = 0;
    while (length < longest && block[at + length] != 0) {
      length++;
    }
    return length;
  }
}
