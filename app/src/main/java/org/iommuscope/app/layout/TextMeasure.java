package org.iommuscope.app.layout;

/** Knows how wide a text is drawn. */
public interface TextMeasure {

  /** The advance of the text, in pixels at a zoom of 100 %. */
  double width(String text, TextStyle style);

  /** The text, or as much of its beginning as fits with an ellipsis behind it. */
  default String fit(String text, TextStyle style, double room) {
    if (width(text, style) <= room) {
      return text;
    }
    int kept = text.length();
    double left = room - width("…", style);
    double used = width(text, style);
    while (kept > 0 && used > left) {
      kept--;
      used -= width(text.substring(kept, kept + 1), style);
    }
    return kept == 0 ? "" : text.substring(0, kept).stripTrailing() + "…";
  }
}
