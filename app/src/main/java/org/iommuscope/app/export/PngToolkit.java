package org.iommuscope.app.export;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/** JavaFX on demand: the one that runs, else one without a display. */
final class PngToolkit {

  private PngToolkit() {}

  /** Calls a task on the JavaFX thread and waits for its answer. */
  static <T> T call(Callable<T> task) throws Exception {
    if (Platform.isFxApplicationThread()) {
      return task.call();
    }
    start();
    FutureTask<T> future = new FutureTask<>(task);
    Platform.runLater(future);
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** Starts the toolkit, or waits until another thread has started it. */
  static synchronized void start() {
    try {
      preferHeadless("glass.platform", "Headless");
      preferHeadless("prism.order", "sw");
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException alreadyRunning) {
      // A window is open; its toolkit draws as well.
    }
  }

  private static void preferHeadless(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
