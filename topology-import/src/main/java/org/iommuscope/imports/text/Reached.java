package org.iommuscope.imports.text;

/**
 * How far a reader came in a text.
 *
 * @param understood lines that told it something
 * @param line the first line that it could not understand, counted from 1
 * @param expected what it expected there
 */
public record Reached(int understood, int line, String expected) {

  /** It understood so many lines and met nothing that hindered it. */
  static Reached all(int understood) {
    return new Reached(understood, 0, "");
  }

  /** It stopped at a line, or understood none. */
  static Reached stopped(int line, String expected) {
    return new Reached(0, line, expected);
  }
}
