package org.iommuscope.app.drawing;

import java.util.regex.Pattern;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.TextMeasure;
import org.iommuscope.app.layout.TextStyle;

/** Sets a text into a box. */
final class Words {

  /** How far a capital's middle is above the baseline, in ems; of Inter and of JetBrains Mono. */
  private static final double HALF_CAPITAL = 0.364;

  /** What a capture may hold where a name should be, and what would break the line. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final TextMeasure measure;

  Words(TextMeasure measure) {
    this.measure = measure;
  }

  double width(String text, TextStyle style) {
    return measure.width(text, style);
  }

  /** The text from a left end on, shortened to a width, in the middle of a box's height. */
  Shape.Label left(
      Shown shown, Box box, double x, double room, String text, TextStyle style, Ink ink) {
    String shortened = measure.fit(text, style, room);
    return label(shown, box, x, shortened, style, ink);
  }

  /** The text in the middle of a box. */
  Shape.Label centred(Shown shown, Box box, String text, TextStyle style, Ink ink) {
    double x = box.x() + (box.width() - width(text, style)) / 2;
    return label(shown, box, x, text, style, ink);
  }

  private static boolean hasControl(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isISOControl(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  private Shape.Label label(Shown shown, Box box, double x, String text, TextStyle style, Ink ink) {
    double baseline = box.middle() + style.size() * HALF_CAPITAL;
    String line = hasControl(text) ? CONTROL.matcher(text).replaceAll("·") : text;
    return new Shape.Label(shown, x, baseline, line, width(line, style), style, ink);
  }
}
