package org.iommuscope.imports.text;

import java.util.regex.Pattern;

/**
 * Takes from a line what terminals, mail programs and forums have put into it: colours, carriage
 * returns, quote marks, fences, dashes and blanks that only look like those of ASCII.
 */
final class LineCleaner {

  private static final char ESCAPE = 0x1b;
  private static final char BELL = 7;

  /** What pages put around a dump; no XML that is read here has elements of these names. */
  private static final Pattern TAGS =
      Pattern.compile("</?(pre|code|strong|b|em|tt|br|details|summary|p)( ?/)?>");

  private final boolean mayBeQuoted;

  /**
   * @param mayBeQuoted whether a {@code >} at the beginning is a mark; in XML it is not
   */
  LineCleaner(boolean mayBeQuoted) {
    this.mayBeQuoted = mayBeQuoted;
  }

  String clean(String raw) {
    String line = isPlain(raw) ? raw : characters(raw);
    return fence(tags(mayBeQuoted ? quotes(line) : line)).stripTrailing();
  }

  private static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c > '~' || c < ' ' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  private static String characters(String raw) {
    StringBuilder line = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c == ESCAPE) {
        at = afterEscape(raw, at + 1);
      } else {
        append(line, c);
        at++;
      }
    }
    return line.toString();
  }

  /** Passes over {@code ESC [ … letter} and {@code ESC ] … BEL}, ECMA-48 5.4 and 5.6. */
  private static int afterEscape(String raw, int at) {
    if (at >= raw.length()) {
      return at;
    }
    boolean isControl = raw.charAt(at) == '[';
    if (!isControl && raw.charAt(at) != ']') {
      return at + 1;
    }
    int end = at + 1;
    while (end < raw.length() && !ends(raw.charAt(end), isControl)) {
      end++;
    }
    return Math.min(end + 1, raw.length());
  }

  private static boolean ends(char c, boolean isControl) {
    return isControl ? c >= '@' && c <= '~' : c == BELL || c == '\\';
  }

  private static void append(StringBuilder line, char c) {
    switch (c) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> line.append('-');
      case '\u2018', '\u2019' -> line.append('\'');
      case '\u201c', '\u201d' -> line.append('"');
      case '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000' -> line.append(' ');
      case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff' -> {}
      case '\t' -> line.append(c);
      default -> {
        if (c >= '\u2000' && c <= '\u200a') {
          line.append(' ');
        } else if (c >= ' ' && c != 0x7f) {
          line.append(c);
        }
      }
    }
  }

  /** Takes the marks that mail programs put before what they quote. */
  private static String quotes(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == '>') {
      at++;
      boolean isMarked = at < line.length() && line.charAt(at) == ' ';
      at += isMarked && (at + 1 >= line.length() || line.charAt(at + 1) != ' ') ? 1 : 0;
    }
    return at == 0 ? line : line.substring(at);
  }

  private static String tags(String line) {
    return line.indexOf('<') < 0 ? line : TAGS.matcher(line).replaceAll("");
  }

  private static String fence(String line) {
    if (line.indexOf('`') < 0) {
      return line;
    }
    String bare = line.strip();
    if (bare.startsWith("```") && bare.indexOf(' ') < 0) {
      return "";
    }
    return line.replace("`", "");
  }
}
