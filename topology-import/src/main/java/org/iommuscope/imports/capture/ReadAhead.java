package org.iommuscope.imports.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A stream that another thread reads ahead of its reader, so that what is packed gets unpacked
 * while what came before is understood.
 *
 * <p>Everything that the other thread meets, a failure among it, reaches the reader in its place.
 */
final class ReadAhead extends InputStream {

  private static final int BLOCK_BYTES = 256 << 10;
  private static final int MOST_BLOCKS = 4;
  private static final Block END = new Block(new byte[0], 0, null);

  /** So many bytes, and what came instead of more. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Block(byte[] bytes, int length, @Nullable Throwable failure) {}

  private final BlockingQueue<Block> filled = new ArrayBlockingQueue<>(MOST_BLOCKS);
  private final BlockingQueue<byte[]> spare = new ArrayBlockingQueue<>(MOST_BLOCKS + 2);
  private final Thread filler;
  private Block block = END;
  private int at;
  private int marked;

  private ReadAhead(InputStream in) {
    this.filler = Thread.ofPlatform().daemon().name("reads ahead").unstarted(() -> fill(in));
  }

  /** Begins to read; the stream behind stays the caller's to close, after this one. */
  static ReadAhead of(InputStream in) throws IOException {
    ReadAhead ahead = new ReadAhead(in);
    ahead.filler.start();
    ahead.next();
    return ahead;
  }

  private void fill(InputStream in) {
    try {
      Block last;
      do {
        last = read(in);
        filled.put(last);
      } while (last.length == BLOCK_BYTES && last.failure == null);
    } catch (InterruptedException e) {
      // nobody reads on
      Thread.currentThread().interrupt();
    }
  }

  private Block read(InputStream in) {
    byte @Nullable [] free = spare.poll();
    byte[] bytes = free == null ? new byte[BLOCK_BYTES] : free;
    int length = 0;
    try {
      int read = 0;
      while (length < bytes.length && read >= 0) {
        read = in.read(bytes, length, bytes.length - length);
        length += Math.max(read, 0);
      }
      return new Block(bytes, length, null);
    } catch (IOException | RuntimeException | Error e) {
      return new Block(bytes, length, e);
    }
  }

  /** Makes sure that there is something at hand; false at the end. */
  private boolean hasMore() throws IOException {
    while (at == block.length) {
      if (!next()) {
        return false;
      }
    }
    return true;
  }

  private boolean next() throws IOException {
    if (block.failure instanceof IOException failure) {
      throw failure;
    }
    if (block.failure instanceof RuntimeException failure) {
      throw failure;
    }
    if (block.failure instanceof Error failure) {
      throw failure;
    }
    if (block != END && block.length < BLOCK_BYTES) {
      return false;
    }
    if (block != END) {
      spare.offer(block.bytes);
    }
    try {
      block = filled.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the thread that read it was interrupted", e);
    }
    at = 0;
    return true;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? block.bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int read = Math.min(length, block.length - at);
    System.arraycopy(block.bytes, at, bytes, offset, read);
    at += read;
    return read;
  }

  @Override
  public long skip(long length) throws IOException {
    if (length <= 0 || !hasMore()) {
      return 0;
    }
    int skipped = (int) Math.min(length, block.length - at);
    at += skipped;
    return skipped;
  }

  /** Within one block, which is enough to look at how a stream begins. */
  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int limit) {
    marked = at;
  }

  @Override
  public void reset() {
    at = marked;
  }

  /** Stops reading ahead. */
  @Override
  public void close() {
    filler.interrupt();
    filled.clear();
  }
}
