package org.iommuscope.imports.capture;

import java.util.Arrays;

/**
 * A file of an archive.
 *
 * @param kept its content up to its last byte that is not zero: most of a config space is zeros
 * @param zeros how many bytes follow
 */
record MemoryFile(MemoryFolder folder, String name, Content kept, int zeros)
    implements CapturedFile {

  /** Fewer zeros are kept, as it costs more to leave them out. */
  private static final int FEW = 128;

  static MemoryFile of(MemoryFolder folder, String name, Content content) {
    if (content instanceof Content.Bytes(byte[] bytes)) {
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] == 0) {
        end--;
      }
      if (bytes.length - end > FEW) {
        Content beginning = new Content.Bytes(Arrays.copyOf(bytes, end));
        return new MemoryFile(folder, name, beginning, bytes.length - end);
      }
    }
    return new MemoryFile(folder, name, content, 0);
  }

  @Override
  public Content content() {
    return zeros > 0 && kept instanceof Content.Bytes(byte[] beginning)
        ? new Content.Bytes(Arrays.copyOf(beginning, beginning.length + zeros))
        : kept;
  }

  @Override
  public String path() {
    return Paths.join(folder.path(), name);
  }
}
