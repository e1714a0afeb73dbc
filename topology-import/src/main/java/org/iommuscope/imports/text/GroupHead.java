package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.model.topology.GroupId;

/**
 * The words that name a group at the beginning of a line, {@code IOMMU Group 7:}, and what stands
 * behind them.
 */
record GroupHead(GroupId group, String rest) {

  private static final String MARKS = " \t#*-|$";

  /** Behind the number: what parts it from a device. */
  private static final String SEPARATORS = " \t:-|*#";

  /** Reads the head of a line; a script that many copied writes IOMMMU. */
  static Optional<GroupHead> of(String line) {
    int at = skip(line, 0, MARKS);
    int word = letters(line, at);
    String first = line.substring(at, word).toLowerCase(Locale.ROOT);
    if (first.equals("iommu") || first.equals("iommmu")) {
      at = skip(line, word, " \t");
      word = letters(line, at);
      first = line.substring(at, word).toLowerCase(Locale.ROOT);
    }
    if (!first.equals("group")) {
      return Optional.empty();
    }
    int begin = skip(line, word, " \t:");
    int end = begin;
    while (end < line.length() && Character.digit(line.charAt(end), 10) >= 0) {
      end++;
    }
    boolean isWord = end == line.length() || SEPARATORS.indexOf(line.charAt(end)) >= 0;
    OptionalInt number = Tokens.decimal(line.substring(begin, end));
    if (!isWord || number.isEmpty()) {
      return Optional.empty();
    }
    String rest = line.substring(skip(line, end, SEPARATORS)).stripTrailing();
    return Optional.of(new GroupHead(new GroupId(number.getAsInt()), rest));
  }

  /** Whether nothing stands behind the number, so that the members follow on lines of their own. */
  boolean isHeader() {
    return rest.isEmpty();
  }

  /** The lines that somebody has joined into one: each begins with the words IOMMU Group. */
  static List<String> parts(String line) {
    int first = next(line, 0);
    int second = first < 0 ? -1 : next(line, first + 1);
    if (second < 0) {
      return List.of(line);
    }
    List<String> parts = new ArrayList<>();
    int begin = 0;
    for (int next = second; next >= 0; next = next(line, next + 1)) {
      parts.add(line.substring(begin, next));
      begin = next;
    }
    parts.add(line.substring(begin));
    return parts;
  }

  private static int next(String line, int from) {
    for (int at = line.indexOf("IOMMU ", from); at >= 0; at = line.indexOf("IOMMU ", at + 1)) {
      if (line.regionMatches(true, at + 6, "group ", 0, 6)
          && at + 12 < line.length()
          && Character.digit(line.charAt(at + 12), 10) >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static int skip(String line, int from, String characters) {
    int at = from;
    while (at < line.length() && characters.indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int letters(String line, int from) {
    int end = from;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    return end;
  }
}
