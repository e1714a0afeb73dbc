package org.iommuscope.testing.synthetic;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A capture as a gzipped tar in the format of POSIX.1-1988 (ustar): the same bytes each time. */
public final class TarGzTarget implements CaptureTarget {

  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;

  private final OutputStream out;

  public TarGzTarget(Path file) throws IOException {
    out =
        new BufferedOutputStream(
            new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16);
  }

  @Override
  public void folder(String path) throws IOException {
    out.write(header(path + "/", '5', 0755, 0, ""));
  }

  @Override
  public void file(String path, byte[] content) throws IOException {
    out.write(header(path, '0', 0644, content.length, ""));
    out.write(content);
    out.write(new byte[-content.length & (BLOCK - 1)]);
  }

  @Override
  public void link(String path, String text) throws IOException {
    out.write(header(path, '2', 0777, 0, text));
  }

  /** Two empty blocks end the archive. */
  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.close();
  }

  private static byte[] header(String path, char type, int mode, int size, String link) {
    byte[] header = new byte[BLOCK];
    int split = path.length() <= NAME_LENGTH ? -1 : path.lastIndexOf('/', NAME_LENGTH);
    put(header, 0, path.substring(split + 1));
    put(header, 345, split < 0 ? "" : path.substring(0, split));
    putOctal(header, 100, 8, mode);
    putOctal(header, 108, 8, 0);
    putOctal(header, 116, 8, 0);
    putOctal(header, 124, 12, size);
    putOctal(header, 136, 12, 0);
    header[156] = (byte) type;
    put(header, 157, link);
    put(header, 257, "ustar\00000");
    put(header, 148, "        ");
    putOctal(header, 148, 7, sum(header));
    return header;
  }

  private static int sum(byte[] header) {
    int sum = 0;
    for (byte part : header) {
      sum += part & 0xff;
    }
    return sum;
  }

  private static void put(byte[] header, int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, offset, bytes.length);
  }

  private static void putOctal(byte[] header, int offset, int length, int value) {
    String digits = Integer.toOctalString(value);
    put(header, offset, "0".repeat(length - 1 - digits.length()) + digits + "\0");
  }
}
