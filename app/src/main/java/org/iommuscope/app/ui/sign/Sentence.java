package org.iommuscope.app.ui.sign;

import javafx.scene.control.Label;

/** A text that wraps and is never cut. */
public final class Sentence extends Label {

  public Sentence(String text) {
    super(text);
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
  }
}
