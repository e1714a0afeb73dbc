package org.iommuscope.app.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Encodes the bands of a picture in order, each while the next one is painted. */
final class PngBands {

  private final PngEncoder encoder;
  private final int width;
  private int[] next;
  private int[] other;
  private CompletableFuture<Void> encoded = CompletableFuture.completedFuture(null);

  PngBands(PngEncoder encoder, int width, int rows) {
    this.encoder = encoder;
    this.width = width;
    this.next = new int[width * rows];
    this.other = new int[width * rows];
  }

  /** Room for the next band's pixels. */
  int[] empty() {
    return next;
  }

  /** Begins with a band, once the band before is done. */
  void encode(int[] pixels, int rows) throws IOException {
    await();
    encoded = CompletableFuture.runAsync(() -> write(pixels, rows));
    next = other;
    other = pixels;
  }

  /** Ends the file when the last band is in it. */
  void finish() throws IOException {
    await();
    encoder.finish();
  }

  private void write(int[] pixels, int rows) {
    try {
      for (int row = 0; row < rows; row++) {
        encoder.row(pixels, row * width);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await() throws IOException {
    try {
      encoded.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException failure) {
        throw failure.getCause();
      }
      throw e;
    }
  }
}
