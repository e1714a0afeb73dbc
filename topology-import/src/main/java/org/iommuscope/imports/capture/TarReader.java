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
  private final byte[] block = new byte[TarHeader.BLOCK];
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
      readEntry(TarHeader.parse(block), entry);
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

  private void addEntry(TarHeader header, Body body) throws IOException {
    String name = longName == null ? header.name() : longName;
    String link = longLink == null ? header.link() : longLink;
    longName = null;
    longLink = null;
    longSize = -1;
    switch (header.type()) {
      case '0', '7' -> addFile(name, body);
      case '1' -> tree.addHardLink(name, link);
      case '2' -> tree.addLink(name, link);
      case '5' -> tree.addFolder(name);
      default -> tree.addOddity(name);
    }
  }

  /** Before ustar, a folder was a file whose name ends with a slash. */
  private void addFile(String name, Body body) throws IOException {
    if (name.endsWith("/")) {
      tree.addFolder(name);
    } else {
      tree.addFile(name, body.size, length -> new Content.Bytes(body.read(length)));
    }
  }

  private static String text(Body body) throws IOException {
    String text = new String(body.read(), StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private void readPax(Body body) throws IOException {
    Map<String, String> records = paxRecords(body.read());
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
  private final class Body {
    private final long size;
    private long left;

    Body(long size) {
      this.size = size;
      this.left = size;
    }

    byte[] read() throws IOException {
      if (size > LONGEST_EXTENSION) {
        throw new IOException("a header extension of " + size + " bytes; expected a path's length");
      }
      return read((int) size);
    }

    byte[] read(int length) throws IOException {
      byte[] bytes = in.readNBytes(length);
      left -= bytes.length;
      if (bytes.length < length) {
        throw new EOFException("it ends in the middle of an entry");
      }
      return bytes;
    }

    void skip() throws IOException {
      long padding = -size & (TarHeader.BLOCK - 1);
      in.skipNBytes(left + padding);
    }
  }
}
