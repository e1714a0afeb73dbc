package org.iommuscope.app.stories;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/** How long a story waits for a window before it fails. */
final class Patience {

  private static final int SECONDS = 20;

  private Patience() {}

  /** Waits until it is so, looked at from outside the window's thread. */
  static void until(String complaint, Callable<Boolean> isSo) {
    try {
      WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, isSo);
    } catch (TimeoutException e) {
      throw new AssertionError(complaint, e);
    }
  }

  /** What a task on the window's thread answers. */
  static <T> T onFx(Callable<T> task) {
    return WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, task);
  }
}
