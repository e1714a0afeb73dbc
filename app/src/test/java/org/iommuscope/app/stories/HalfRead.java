package org.iommuscope.app.stories;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iommuscope.app.workspace.Opening;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.report.ImportProgress;

/** An import that stops half way until somebody ends it. */
final class HalfRead implements Opening.Importer {

  private static final int MOST_LOOKS = 2_000;

  @Override
  public ImportOutcome read(CaptureSource source, ImportProgress progress) {
    CountDownLatch never = new CountDownLatch(1);
    progress.reached(50, 100);
    try {
      for (int look = 0; look < MOST_LOOKS && !progress.isCancelled(); look++) {
        never.await(10, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return new ImportOutcome.Cancelled();
  }
}
