package org.iommuscope.imports.capture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.iommuscope.imports.report.ImportNotes;

/**
 * Reads a zip file by its central directory, which alone tells symbolic links, into an {@link
 * ArchiveTree}.
 *
 * <p>The directory is walked and never held: the zip classes of the JDK and of Commons Compress
 * keep an object for every entry, and know no end to their number.
 */
final class ZipReader {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int LOCAL_LENGTH = 30;
  private static final int LONGEST_LINK = 4096;

  private final SeekableByteChannel channel;
  private final ArchiveTree tree;
  private final ImportNotes notes;

  ZipReader(SeekableByteChannel channel, ArchiveTree tree, ImportNotes notes) {
    this.channel = channel;
    this.tree = tree;
    this.notes = notes;
  }

  static boolean recognises(byte[] beginning) {
    return beginning.length >= 4
        && beginning[0] == 'P'
        && beginning[1] == 'K'
        && (beginning[2] == 3 && beginning[3] == 4 || beginning[2] == 5 && beginning[3] == 6);
  }

  void read() throws IOException {
    long end = endOfDirectory();
    Window directory = new Window(startOfDirectory(end));
    while (directory.position < end) {
      ByteBuffer fixed = directory.next(ZipHeader.LENGTH);
      if (fixed.getInt(0) != ZipHeader.SIGNATURE) {
        return;
      }
      int nameLength = fixed.getShort(28) & 0xffff;
      int extraLength = fixed.getShort(30) & 0xffff;
      int commentLength = fixed.getShort(32) & 0xffff;
      ByteBuffer variable = directory.next(nameLength + extraLength + commentLength);
      String name = StandardCharsets.UTF_8.decode(variable.slice(0, nameLength)).toString();
      ByteBuffer extra = variable.slice(nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN);
      add(ZipHeader.parse(fixed, name, extra));
    }
  }

  private void add(ZipHeader header) throws IOException {
    // only what is kept gets unpacked, so an entry's claimed size costs nothing by itself
    tree.charge(0);
    if (header.isFolder()) {
      tree.addFolder(header.name());
    } else if (header.isEncrypted()) {
      notes.unreadable(header.name(), "the entry is encrypted; expected a plain one");
    } else if (header.isLink()) {
      addLink(header);
    } else if (header.isFile()) {
      tree.addFile(header.name(), header.size(), length -> contentOrReason(header, length));
    } else {
      tree.addOddity(header.name());
    }
  }

  private void addLink(ZipHeader header) {
    int length = (int) Math.min(header.size(), LONGEST_LINK);
    switch (contentOrReason(header, length)) {
      case Content.Bytes(byte[] target) ->
          tree.addLink(header.name(), new String(target, StandardCharsets.UTF_8));
      case Content.Unreadable(String reason) -> notes.unreadable(header.name(), reason);
    }
  }

  /** A zip entry that is broken does not keep the others from being read. */
  private Content contentOrReason(ZipHeader header, int length) {
    try {
      return new Content.Bytes(content(header, length));
    } catch (IOException e) {
      return new Content.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private byte[] content(ZipHeader header, int length) throws IOException {
    ByteBuffer local = bytes(header.localOffset(), LOCAL_LENGTH);
    long start =
        header.localOffset()
            + LOCAL_LENGTH
            + (local.getShort(26) & 0xffff)
            + (local.getShort(28) & 0xffff);
    return switch (header.method()) {
      case 0 -> bytes(start, length).array();
      case 8 -> inflate(header, bytes(start, packedLength(header, length)), length);
      default ->
          throw new IOException(
              header.name() + " is compressed by method " + header.method() + "; expected deflate");
    };
  }

  /** Deflate never makes text much longer; what claims more is cut and then fails to inflate. */
  private static int packedLength(ZipHeader header, int length) {
    return (int) Math.min(header.packedSize(), length + length / 8 + 64L);
  }

  private static byte[] inflate(ZipHeader header, ByteBuffer packed, int length)
      throws IOException {
    byte[] bytes = new byte[length];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed);
      int done = 0;
      while (done < length) {
        int more = inflater.inflate(bytes, done, length - done);
        if (more == 0) {
          throw new EOFException(header.name() + " unpacks to less than its header says");
        }
        done += more;
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new IOException(header.name() + " does not unpack: " + e.getMessage(), e);
    }
  }

  private long endOfDirectory() throws IOException {
    int tail = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
    long start = channel.size() - tail;
    ByteBuffer bytes = bytes(start, tail);
    for (int at = tail - END_LENGTH; at >= 0; at--) {
      if (bytes.getInt(at) == END_SIGNATURE) {
        return start + at;
      }
    }
    throw new EOFException("it has no end-of-directory record; it may be cut off");
  }

  private long startOfDirectory(long end) throws IOException {
    long start = ZipHeader.unsigned(bytes(end, END_LENGTH), 16);
    if (start != 0xffffffffL || end < LOCATOR_LENGTH) {
      return start;
    }
    ByteBuffer locator = bytes(end - LOCATOR_LENGTH, LOCATOR_LENGTH);
    return locator.getInt(0) == LOCATOR_SIGNATURE
        ? bytes(locator.getLong(8), 56).getLong(48)
        : start;
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    if (at < 0 || at > channel.size() - length) {
      throw new EOFException("it refers to byte " + at + " and has " + channel.size());
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(at);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // a channel may give less than is asked for
    }
    return bytes.flip();
  }

  /** A stretch of the file that is read ahead, for the many small records of the directory. */
  private final class Window {
    private static final int AHEAD = 1 << 20;
    private long position;
    private ByteBuffer ahead = ByteBuffer.allocate(0);

    Window(long position) {
      this.position = position;
    }

    ByteBuffer next(int length) throws IOException {
      if (ahead.remaining() < length) {
        long rest = Math.max(channel.size() - position, length);
        ahead = bytes(position, (int) Math.min(rest, AHEAD));
      }
      ByteBuffer record = ahead.slice(ahead.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      ahead.position(ahead.position() + length);
      position += length;
      return record;
    }
  }
}
