package org.iommuscope.app.ui.window;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.iommuscope.app.workspace.Renewal;

/** Asks every few seconds, while the window is open, whether this host has changed. */
final class HostWatch {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

  private final Renewal renewal;
  private final CountDownLatch closed;

  /**
   * @param closed is counted down when the window is
   */
  HostWatch(Renewal renewal, CountDownLatch closed) {
    this.renewal = renewal;
    this.closed = closed;
  }

  void start() {
    Thread.ofVirtual().start(this::watch);
  }

  private void watch() {
    try {
      while (!closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        Platform.runLater(renewal::look);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
