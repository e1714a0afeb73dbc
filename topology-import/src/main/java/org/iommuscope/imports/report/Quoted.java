package org.iommuscope.imports.report;

/** Text from a capture made fit for a message: short, on one line, without control characters. */
public final class Quoted {

  private static final int LONGEST = 60;

  private Quoted() {}

  /** The text in quotes, cut after sixty characters, with every unprintable one as an escape. */
  public static String of(String found) {
    StringBuilder quoted = new StringBuilder("\"");
    found.codePoints().limit(LONGEST).forEach(point -> append(quoted, point));
    return quoted.append(found.length() > LONGEST ? "…\"" : "\"").toString();
  }

  private static void append(StringBuilder quoted, int point) {
    if (Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT
        || Character.getType(point) == Character.SURROGATE
        || point == 0xfffd) {
      quoted.append(String.format("\\x%02x", point));
    } else {
      quoted.appendCodePoint(point);
    }
  }
}
