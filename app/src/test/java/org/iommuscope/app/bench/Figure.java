package org.iommuscope.app.bench;

/**
 * One measured number.
 *
 * @param what what was measured, on what
 * @param value the number, in {@code unit}
 * @param limit the most it may be, in the same unit
 * @param baseline what the limit is compared with and was measured in the same run, or empty
 */
record Figure(String what, double value, double limit, String unit, String baseline) {

  static Figure of(String what, double value, double limit, String unit) {
    return new Figure(what, value, limit, unit, "");
  }

  boolean passes() {
    return value <= limit;
  }

  String asRow() {
    return "| %s | %s %s | %s %s | %s | %s |"
        .formatted(
            what, rounded(value), unit, rounded(limit), unit, baseline, passes() ? "PASS" : "FAIL");
  }

  private static String rounded(double number) {
    return number >= 100 ? "%.0f".formatted(number) : "%.3g".formatted(number);
  }
}
