package org.iommuscope.imports.anonymise;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a tar stream of ustar headers that name no owner and no time; longer names take an entry
 * of their own, as GNU tar has it.
 */
final class TarWriter {

  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 100;

  private final OutputStream out;

  TarWriter(OutputStream out) {
    this.out = out;
  }

  void write(Item item) throws IOException {
    switch (item) {
      case Item.File(String path, byte[] content) -> {
        header(path, '0', "", content.length);
        padded(content);
      }
      case Item.Link(String path, String target) -> header(path, '2', target, 0);
      case Item.Folder(String path) -> header(path + "/", '5', "", 0);
    }
  }

  /** The two empty blocks that end an archive. */
  void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  private void header(String path, char type, String target, int size) throws IOException {
    extend(path, 'L');
    extend(target, 'K');
    block(path, type, target, size);
  }

  private void extend(String name, char type) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_NAME) {
      block("././@LongLink", type, "", bytes.length + 1);
      padded((name + "\0").getBytes(StandardCharsets.UTF_8));
    }
  }

  private void block(String path, char type, String target, int size) throws IOException {
    byte[] block = new byte[BLOCK];
    put(block, 0, path);
    put(block, 100, type == '5' ? "0000755" : "0000644");
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    put(block, 124, "%011o".formatted(size));
    put(block, 136, "%011o".formatted(0));
    put(block, 148, "        ");
    block[156] = (byte) type;
    put(block, 157, target);
    put(block, 257, "ustar\00000");
    int sum = 0;
    for (byte each : block) {
      sum += each & 0xff;
    }
    put(block, 148, "%06o\0 ".formatted(sum));
    out.write(block);
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, Math.min(bytes.length, LONGEST_NAME));
  }

  private void padded(byte[] content) throws IOException {
    out.write(content);
    out.write(new byte[-content.length & (BLOCK - 1)]);
  }
}
