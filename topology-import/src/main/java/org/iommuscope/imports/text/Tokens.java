package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.model.topology.PciAddress;

/** Small pieces of lines, read by hand, so that a line of any length costs one pass. */
final class Tokens {

  /** The longest address, {@code 7fffffff:ff:1f.7}. */
  private static final int LONGEST_ADDRESS = 16;

  private Tokens() {}

  /** Where the word that begins at an index ends. */
  static int wordEnd(String line, int from) {
    int end = from;
    while (end < line.length() && !isBlank(line.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The first index from one on that holds no blank. */
  static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Whether a line begins with a blank. */
  static boolean isIndented(String line) {
    return !line.isEmpty() && isBlank(line.charAt(0));
  }

  /** The address that stands at an index as a whole word, with a colon after it perhaps. */
  static Optional<PciAddress> addressAt(String line, int from) {
    int end = wordEnd(line, from);
    if (end > from && line.charAt(end - 1) == ':') {
      end--;
    }
    return end - from < 7 || end - from > LONGEST_ADDRESS
        ? Optional.empty()
        : PciAddress.parse(line.substring(from, end));
  }

  /** A decimal number of up to nine digits, as a group's is. */
  static OptionalInt decimal(String text) {
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  /** A hexadecimal number of exactly so many digits. */
  static OptionalInt hex(String text, int digits) {
    return text.length() == digits ? hexAt(text, 0, digits) : OptionalInt.empty();
  }

  /** The hexadecimal number of so many digits that stands at an index. */
  static OptionalInt hexAt(String text, int from, int digits) {
    if (from < 0 || from + digits > text.length()) {
      return OptionalInt.empty();
    }
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return OptionalInt.empty();
      }
      number = number << 4 | digit;
    }
    return OptionalInt.of(number);
  }
}
