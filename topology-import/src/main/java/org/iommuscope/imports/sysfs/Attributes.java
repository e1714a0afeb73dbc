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
    boolean isHex = isAscii(digits) && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return isHex ? Optional.of(Long.parseUnsignedLong(digits, 16)) : Optional.empty();
  }

  /** Reads a decimal number from {@code least} to {@code most}. */
  static Optional<Integer> decimal(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      boolean isWritten = isAscii(text) && !text.startsWith("+");
      return isWritten && number >= least && number <= most
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Java takes the digits of every script, the kernel writes those of one. */
  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
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
