package org.iommuscope.app.layout;

/** Counts characters; what it measures does not change with a font. */
public final class FixedTextMeasure implements TextMeasure {

  @Override
  public double width(String text, TextStyle style) {
    return Math.ceil(text.length() * style.size() * 0.6);
  }
}
