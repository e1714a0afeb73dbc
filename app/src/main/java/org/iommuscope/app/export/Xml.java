package org.iommuscope.app.export;

/** Makes any text fit for XML. */
final class Xml {

  private static final int REPLACEMENT = 0xfffd;

  private Xml() {}

  /** The text with markup escaped; characters that XML 1.0 forbids become U+FFFD. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  /** The text with characters that XML 1.0 forbids replaced by U+FFFD, and nothing escaped. */
  static String lawful(String text) {
    StringBuilder lawful = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> lawful.appendCodePoint(isLawful(point) ? point : REPLACEMENT));
    return lawful.toString();
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      default -> escaped.appendCodePoint(isLawful(point) ? point : REPLACEMENT);
    }
  }

  private static boolean isLawful(int point) {
    boolean surrogate = point >= 0xd800 && point <= 0xdfff;
    return point >= 0x20 && !surrogate && point != 0xfffe && point != 0xffff
        || point == '\t'
        || point == '\n';
  }
}
