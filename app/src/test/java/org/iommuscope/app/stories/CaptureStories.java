package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Captures compared, made fit to be shown to others, and read again. */
abstract class CaptureStories {

  private static final Path CAPTURES = Path.of("..", "captures");
  private static final Path NOW = CAPTURES.resolve("q35-sriov-noacs-k61/capture.tar.gz");
  private static final Path EARLIER = CAPTURES.resolve("q35-sriov-k61/capture.tar.gz");

  abstract Story story();

  @Test
  void an_earlier_capture_is_compared_side_by_side() {
    story().open(NOW);
    Platform.runLater(() -> {
      story().models().comparing().with(EARLIER);
      story().window().showDiff();
    });
    story().waitUntil(() -> story().says("#diff", "group changes"));
    story().look("what-changed");
    assertTrue(story().says("#diff", "merged"));
    story().press(KeyCode.ESCAPE);
  }

  @Test
  void each_value_is_shown_before_a_capture_is_anonymised() {
    story().open(EARLIER);
    story().command("Anonymise the capture");
    story().waitUntil(() -> story().says("#anonymise", "values are replaced"));
    story().look("what-is-anonymised");
    story().press(KeyCode.ESCAPE);
  }
}
