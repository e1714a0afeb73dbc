package org.iommuscope.imports.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar stream once, from front to back, into an {@link ArchiveTree}.
 *
 * <p>It knows ustar, the long names of GNU tar and pax headers, which is what tar, bsdtar and
 * busybox write. Commons Compress reads long names of any length into memory; here they end where
 * paths end.
 */
final class TarReader {

  private static final int LONGEST_EXTENSION = 64 << 10;

  private final InputStream in;
  private final ArchiveTree tree;
  private final Repeats repeats = new Repeats();
  private final byte[] block = new byte[TarHeader.BLOCK];
  private final byte[] value = new byte[Repeats.LONGEST];
  private @Nullable String longName;
  private @Nullable String longLink;
  private long longSize = -1;

  TarReader(InputStream in, ArchiveTree tree) {
    this.in = in;
    this.tree = tree;
  }

  /** Whether a stream that begins with these bytes is a tar stream. */
  static boolean recognises(byte[] beginning) {
    return beginning.length >= TarHeader.BLOCK
        && (TarHeader.isHeader(beginning) || TarHeader.isEndOfArchive(beginning));
  }

  /** Reads to the end-of-archive block; fails where the stream ends before or is none. */
  void read() throws IOException {
    for (long entry = 1; readBlock(entry); entry++) {
      if (TarHeader.isEndOfArchive(block)) {
        return;
      }
      if (!TarHeader.isHeader(block)) {
        throw new IOException(
            "the checksum of entry " + entry + " is wrong; expected a tar header");
      }
      readEntry(TarHeader.parse(block, repeats), entry);
    }
  }

  private boolean readBlock(long entry) throws IOException {
    int length = in.readNBytes(block, 0, block.length);
    if (length < block.length) {
      throw new EOFException(
          "it ends at entry " + entry + " without the end-of-archive block; it may be cut off");
    }
    return true;
  }

  private void readEntry(TarHeader header, long entry) throws IOException {
    long size = longSize >= 0 ? longSize : header.size();
    if (size < 0) {
      throw new IOException("entry " + entry + " has a size that is no number");
    }
    tree.charge(TarHeader.BLOCK + size);
    Body body = new Body(size);
    switch (header.type()) {
      case 'L' -> longName = text(body);
      case 'K' -> longLink = text(body);
      case 'x' -> readPax(body);
      case 'g' -> {}
      default -> addEntry(header, body);
    }
    body.skip();
  }

  private void addEntry(TarHeader plain, Body body) throws IOException {
    TarHeader header = longName == null ? plain : plain.at(longName);
    String link = longLink == null ? header.link() : longLink;
    longName = null;
    longLink = null;
    longSize = -1;
    switch (header.type()) {
      case '0', '7' -> addFile(header, body);
      case '1' -> tree.addHardLink(header.path(), link);
      case '2' -> tree.addLink(header.folder(), header.name(), link);
      case '5' -> tree.addFolder(header.path());
      default -> tree.addOddity(header.path());
    }
  }

  /** Before ustar, a folder was a file whose name ends with a slash. */
  private void addFile(TarHeader header, Body body) throws IOException {
    if (header.name().endsWith("/") || header.name().isEmpty()) {
      tree.addFolder(header.path());
    } else {
      tree.addFile(header.folder(), header.name(), body.size, body);
    }
  }

  private static String text(Body body) throws IOException {
    String text = new String(body.whole(), StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private void readPax(Body body) throws IOException {
    Map<String, String> records = paxRecords(body.whole());
    longName = records.getOrDefault("path", longName);
    longLink = records.getOrDefault("linkpath", longLink);
    @Nullable String size = records.get("size");
    if (size != null && size.matches("[0-9]{1,18}")) {
      longSize = Long.parseLong(size);
    }
  }

  /** Reads {@code "<length> <key>=<value>\n"} records; what does not fit ends them. */
  static Map<String, String> paxRecords(byte[] bytes) {
    // one character a byte, because the lengths count bytes
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Map<String, String> records = new HashMap<>();
    int at = 0;
    int space = text.indexOf(' ');
    while (space > at && text.substring(at, space).matches("[0-9]{1,6}")) {
      int end = at + Integer.parseInt(text.substring(at, space));
      int equals = text.indexOf('=', space);
      if (end > text.length() || equals < 0 || equals >= end) {
        return records;
      }
      byte[] value = text.substring(equals + 1, end - 1).getBytes(StandardCharsets.ISO_8859_1);
      records.put(text.substring(space + 1, equals), new String(value, StandardCharsets.UTF_8));
      at = end;
      space = text.indexOf(' ', at);
    }
    return records;
  }

  /** The bytes of one entry, read at most once, with the padding that follows them. */
  private final class Body implements ArchiveTree.Source {
    private final long size;
    private long left;

    Body(long size) {
      this.size = size;
      this.left = size;
    }

    @Override
    public Content read(int length) throws IOException {
      if (length > value.length) {
        return new Content.Bytes(bytes(length));
      }
      int read = in.readNBytes(value, 0, length);
      counted(read, length);
      return repeats.of(value, 0, length).content();
    }

    byte[] whole() throws IOException {
      if (size > LONGEST_EXTENSION) {
        throw new IOException("a header extension of " + size + " bytes; expected a path's length");
      }
      return bytes((int) size);
    }

    private byte[] bytes(int length) throws IOException {
      byte[] bytes = in.readNBytes(length);
      counted(bytes.length, length);
      return bytes;
    }

    private void counted(int read, int length) throws EOFException {
      left -= read;
      if (read < length) {
        throw new EOFException("it ends in the middle of an entry");
      }
    }

    void skip() throws IOException {
      long padding = -size & (TarHeader.BLOCK - 1);
      in.skipNBytes(left + padding);
    }
  }
}
