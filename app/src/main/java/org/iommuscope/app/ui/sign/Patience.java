package org.iommuscope.app.ui.sign;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/**
 * How far a search is, and the way to end it; seen once it takes longer than a blink. Taken off the
 * window, it ends the search.
 */
public final class Patience extends HBox {

  private static final Duration BLINK = Duration.millis(200);

  private final PauseTransition blink = new PauseTransition(BLINK);

  /**
   * Watches a search.
   *
   * @param done how much was done, negative while nothing runs
   * @param words what is counted: {@code plans tried}
   * @param cancel ends it
   */
  public Patience(ReadOnlyIntegerProperty done, String words, Runnable cancel) {
    setId("patience");
    getStyleClass().add("reply-row");
    Label count = new Label();
    count.setId("patience-count");
    Button end = new Button("Cancel");
    end.setId("patience-cancel");
    end.getStyleClass().add("small-action");
    end.setOnAction(pressed -> cancel.run());
    getChildren().addAll(count, end);
    show(false);
    blink.setOnFinished(over -> show(done.get() >= 0));
    sceneProperty()
        .subscribe((before, now) -> {
          if (now == null && done.get() >= 0) {
            cancel.run();
          }
        });
    done.subscribe(now -> {
      count.setText(now.intValue() <= 0 ? "Working" : "%,d %s".formatted(now.intValue(), words));
      if (now.intValue() < 0) {
        blink.stop();
        show(false);
      } else if (!isVisible()) {
        blink.play();
      }
    });
  }

  private void show(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
