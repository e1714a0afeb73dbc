package org.iommuscope.imports.sysfs;

import java.util.Optional;

/** The forms in which sysfs writes single values. */
final class Attributes {

  private Attributes() {}

  /** Reads {@code 0x} and at most so many hexadecimal digits. */
  static Optional<Integer> hex(String text, int digits) {
    if (!text.startsWith("0x") || text.length() < 3 || text.length() > 2 + digits) {
      return Optional.empty();
    }
    return unsigned(text.substring(2)).map(Long::intValue);
  }

  /** Reads {@code 0x} and up to sixteen hexadecimal digits as an unsigned number. */
  static Optional<Long> address(String text) {
    return text.startsWith("0x") && text.length() > 2 && text.length() <= 18
        ? unsigned(text.substring(2))
        : Optional.empty();
  }

  private static Optional<Long> unsigned(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0) {
        return Optional.empty();
      }
      number = number << 4 | digit;
    }
    return Optional.of(number);
  }

  /** Reads a decimal number from {@code least} to {@code most}. */
  static Optional<Integer> decimal(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      boolean isWritten = !text.startsWith("+");
      return isWritten && number >= least && number <= most
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Reads {@code 0} or {@code 1}. */
  static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "0" -> Optional.of(false);
      case "1" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  /** Takes a text that a person can read, as names are. */
  static Optional<String> printable(String text) {
    boolean isPrintable =
        text.codePoints().noneMatch(point -> Character.isISOControl(point) || point == 0xfffd);
    return isPrintable && !text.isEmpty() ? Optional.of(text) : Optional.empty();
  }
}
