package org.iommuscope.app.stories;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import org.iommuscope.app.screenshot.StoredPictures;
import org.testfx.util.WaitForAsyncUtils;

/** The stored pictures of windows, and the patience to wait until a window looks like one. */
final class Album {

  /** Milliseconds after which nothing moves of itself but a caret. */
  private static final long STILL_AFTER = 500;

  /** Milliseconds within which a caret has been seen and not seen. */
  private static final long PATIENCE = 2_000;

  private static final long MOST_MILLIS = 20_000;

  private final StoredPictures pictures =
      StoredPictures.in(Path.of("src", "test", "resources", "stories"));

  /** Fails where the scene does not come to look like the picture of this name. */
  void requireSame(String name, Scene scene) {
    // A switch slides and a caret blinks: what is stored is how they come to rest or one of both.
    WaitForAsyncUtils.sleep(pictures.accepting() ? STILL_AFTER : 0, TimeUnit.MILLISECONDS);
    long end = System.currentTimeMillis() + PATIENCE;
    while (!isSame(name, scene, System.currentTimeMillis() > end)) {
      WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS);
    }
  }

  /** Fails instead of answering no where it was the last try. */
  private boolean isSame(String name, Scene scene, boolean isLast) {
    try {
      pictures.requireSame(
          name, WaitForAsyncUtils.waitForAsyncFx(MOST_MILLIS, () -> WindowPixels.of(scene)));
      return true;
    } catch (AssertionError differs) {
      if (isLast) {
        throw differs;
      }
      return false;
    }
  }
}
