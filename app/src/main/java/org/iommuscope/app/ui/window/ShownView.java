package org.iommuscope.app.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Which of tree and table is in front. */
final class ShownView {

  private final BooleanProperty table = new SimpleBooleanProperty();

  BooleanProperty tableProperty() {
    return table;
  }

  void toggle() {
    table.set(!table.get());
  }
}
