package org.iommuscope.imports.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import org.iommuscope.imports.report.ImportProgress;

/** A stream that tells how far it was read, and that ends where the import is cancelled. */
final class WatchedStream extends FilterInputStream {

  private static final long STEP = 256 << 10;

  private final ImportProgress progress;
  private final long total;
  private long done;
  private long nextReport;

  WatchedStream(InputStream in, ImportProgress progress, long total) {
    super(in);
    this.progress = progress;
    this.total = total;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) {
    done += read;
    if (done >= nextReport) {
      nextReport = done + STEP;
      progress.reached(done, total);
      if (progress.isCancelled()) {
        throw new CancellationException();
      }
    }
  }
}
