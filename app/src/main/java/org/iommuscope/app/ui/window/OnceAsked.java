package org.iommuscope.app.ui.window;

import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;

/** Makes a part of the window when it first has something to show, so that a start is quick. */
final class OnceAsked {

  private OnceAsked() {}

  /** Makes the part where it is asked for now, else with the change that asks for it. */
  static void make(Observable value, BooleanSupplier isAsked, Runnable part) {
    if (isAsked.getAsBoolean()) {
      part.run();
      return;
    }
    value.addListener(
        new InvalidationListener() {
          @Override
          public void invalidated(Observable changed) {
            if (isAsked.getAsBoolean()) {
              value.removeListener(this);
              part.run();
            }
          }
        });
  }
}
