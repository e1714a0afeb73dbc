package org.iommuscope.app.ui.window;

import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/** Closes a window once it has been painted so many times. */
final class LastPulse extends AnimationTimer {

  private final Stage stage;
  private int left;

  LastPulse(Stage stage, int pulses) {
    this.stage = stage;
    left = pulses;
  }

  @Override
  public void handle(long now) {
    left--;
    if (left == 0) {
      stop();
      stage.close();
    }
  }
}
