package org.iommuscope.app.ui.term;

import javafx.scene.control.Tooltip;

/** Says what a word means while the pointer rests on it. */
public final class TermTooltip extends Tooltip {

  private static final double WIDEST = 340;

  public TermTooltip(Term term) {
    this(term.sentence());
  }

  public TermTooltip(String text) {
    super(text);
    setWrapText(true);
    setMaxWidth(WIDEST);
  }
}
