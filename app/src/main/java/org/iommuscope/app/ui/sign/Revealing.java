package org.iommuscope.app.ui.sign;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Scrolls to what the keyboard reaches, as little as shows it whole. */
public final class Revealing {

  private Revealing() {}

  /** Shows whatever gets the focus inside a pane. */
  public static void followFocus(ScrollPane pane) {
    pane.sceneProperty().subscribe(scene -> watch(pane, scene));
  }

  /** Scrolls a pane so far that a node of its content is seen; a larger one stays as it is. */
  public static void reveal(ScrollPane pane, Node node) {
    Node content = pane.getContent();
    Bounds bounds = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double seen = pane.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - seen;
    if (hidden <= 0 || bounds.getHeight() > seen) {
      return;
    }
    double top = pane.getVvalue() * hidden;
    if (bounds.getMinY() < top) {
      pane.setVvalue(bounds.getMinY() / hidden);
    } else if (bounds.getMaxY() > top + seen) {
      pane.setVvalue((bounds.getMaxY() - seen) / hidden);
    }
  }

  private static void watch(ScrollPane pane, @Nullable Scene scene) {
    if (scene != null) {
      scene.focusOwnerProperty().subscribe(owner -> revealFocused(pane, owner));
    }
  }

  private static void revealFocused(ScrollPane pane, @Nullable Node owner) {
    Node at = owner;
    while (at != null && at != pane.getContent()) {
      at = at.getParent();
    }
    if (owner != null && at != null) {
      reveal(pane, owner);
    }
  }
}
