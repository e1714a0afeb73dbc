package org.iommuscope.app.export;

/** Writes coordinates with at most two decimals and no trailing zeros. */
final class Numbers {

  private Numbers() {}

  static String text(double number) {
    long hundredths = Math.round(number * 100);
    long whole = hundredths / 100;
    long rest = Math.abs(hundredths % 100);
    String sign = hundredths < 0 && whole == 0 ? "-" : "";
    if (rest == 0) {
      return sign + whole;
    }
    String decimals = rest % 10 == 0 ? "" + rest / 10 : (rest < 10 ? "0" : "") + rest;
    return sign + whole + "." + decimals;
  }
}
