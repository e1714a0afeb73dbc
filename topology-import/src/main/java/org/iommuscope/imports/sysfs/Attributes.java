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
    return isHex(text, 2, text.length())
        ? Optional.of((int) unsigned(text, 2, text.length()))
        : Optional.empty();
  }

  /** Reads {@code 0x} and up to sixteen hexadecimal digits as an unsigned number. */
  static Optional<Long> address(String text) {
    return isAddress(text, 0, text.length())
        ? Optional.of(unsigned(text, 2, text.length()))
        : Optional.empty();
  }

  /** Whether a part of a text is {@code 0x} and up to sixteen hexadecimal digits. */
  static boolean isAddress(String text, int from, int to) {
    return to - from > 2
        && to - from <= 18
        && text.startsWith("0x", from)
        && isHex(text, from + 2, to);
  }

  /** The number of so many hexadecimal digits, of which the last sixteen count. */
  static long unsigned(String text, int from, int to) {
    long number = 0;
    for (int at = from; at < to; at++) {
      number = number << 4 | Character.digit(text.charAt(at), 16);
    }
    return number;
  }

  private static boolean isHex(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) >= 0x80 || Character.digit(text.charAt(at), 16) < 0) {
        return false;
      }
    }
    return true;
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
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
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
    for (int at = 0; at < text.length(); at++) {
      // what is no single char is neither of these
      if (Character.isISOControl(text.charAt(at)) || text.charAt(at) == 0xfffd) {
        return Optional.empty();
      }
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
