package org.iommuscope.app.export;

/** Makes any text fit for a line of Markdown, so that no name of a device becomes markup. */
final class MarkdownText {

  private static final String MARKUP = "\\`*_{}[]|~$";
  private static final int REPLACEMENT = 0xfffd;

  private MarkdownText() {}

  /** The text as it shall be read: no markup, no link, nobody mentioned, one line. */
  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  /** Lines as they were printed, between fences that none of them can close. */
  static String fenced(Iterable<String> lines) {
    String fence = "```";
    StringBuilder block = new StringBuilder();
    for (String line : lines) {
      while (line.contains(fence)) {
        fence += "`";
      }
      line.codePoints()
          .map(point -> isText(point) ? point : REPLACEMENT)
          .forEach(block::appendCodePoint);
      block.append('\n');
    }
    return fence + "text\n" + block + fence + "\n";
  }

  private static void append(StringBuilder safe, int point) {
    if (!isText(point)) {
      safe.appendCodePoint(point == '\n' || point == '\r' || point == '\t' ? ' ' : REPLACEMENT);
    } else if (point == '@' || point == '#') {
      // The comment keeps sites from finding a user or an issue.
      safe.append('\\').appendCodePoint(point).append("<!-- -->");
    } else if (point == '<' || point == '>' || point == '&') {
      safe.append(Xml.escape(Character.toString(point)));
    } else if (point == '/' && endsWith(safe, ":/")) {
      safe.append("<!-- -->/");
    } else if (point == '.' && endsWith(safe, "www")) {
      safe.append("<!-- -->.");
    } else if (MARKUP.indexOf(point) >= 0 || (safe.isEmpty() && "-+=".indexOf(point) >= 0)) {
      safe.append('\\').appendCodePoint(point);
    } else {
      safe.appendCodePoint(point);
    }
  }

  private static boolean endsWith(StringBuilder text, String end) {
    int from = text.length() - end.length();
    return from >= 0 && text.substring(from).equalsIgnoreCase(end);
  }

  /** Neither control characters nor those that turn the direction of reading. */
  private static boolean isText(int point) {
    int type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
