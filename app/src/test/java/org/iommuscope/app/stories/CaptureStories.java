package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void the_picture_stays_where_it_is_when_the_host_is_read_again(@TempDir Path root) {
    ChangingHost host = new ChangingHost(root);
    for (int device = 1; device <= 24; device++) {
      host.add(device, device % 2 == 0 ? "e1000e" : "igb");
    }
    story().open(root);
    String nic = ChangingHost.address(9);
    story().clickRow(nic);
    story().press(KeyCode.CONTROL, KeyCode.DIGIT9);
    story().press(KeyCode.CONTROL, KeyCode.MINUS);
    Bounds before = story().rowBounds(nic);
    host.bind(9, "vfio-pci");
    host.add(30, "igb");
    story().press(KeyCode.F5);
    story().waitUntil(() -> story().text("#status-size").startsWith("25 devices"));
    assertEquals(before, story().rowBounds(nic));
    assertEquals(nic, story().selected());
    assertEquals("diagram", story().focused());
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
