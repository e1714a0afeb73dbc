package org.iommuscope.app.cli;

import java.util.OptionalInt;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * What a text for people is printed on.
 *
 * @param columns as wide as a line may be; none means as wide as it must be
 */
record Paper(OptionalInt columns, boolean coloured) {

  /** A text in some styles, where the paper takes colours. */
  String ink(String text, IStyle... styles) {
    return coloured && styles.length > 0 && !text.isEmpty()
        ? Style.on(styles) + text + Style.reset.on()
        : text;
  }

  /** As much of a text as fits into a width, with an ellipsis where something is left out. */
  static String fit(String text, int width) {
    return text.length() <= width
        ? text
        : text.substring(0, Math.max(0, width - 1)).stripTrailing() + "…";
  }
}
