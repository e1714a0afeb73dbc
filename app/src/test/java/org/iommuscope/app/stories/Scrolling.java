package org.iommuscope.app.stories;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.testfx.util.WaitForAsyncUtils;

/** Brings what is out of sight into sight. */
final class Scrolling {

  private static final long MOST_MILLIS = 20_000;

  private Scrolling() {}

  /** Scrolls as far as a user would have to before the click. */
  static Node to(Node node) {
    WaitForAsyncUtils.waitForAsyncFx(
        MOST_MILLIS,
        () -> {
          for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
              Bounds content = pane.getContent().getBoundsInParent();
              Bounds inside =
                  pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
              double hidden = content.getHeight() - pane.getViewportBounds().getHeight();
              pane.setVvalue(hidden <= 0 ? 0 : Math.clamp(inside.getMinY() / hidden, 0, 1));
            }
          }
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents();
    return node;
  }
}
