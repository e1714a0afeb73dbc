package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;

/**
 * A member of a group on a line of its own: marks, ids, its number in brackets and a word perhaps,
 * then what lspci prints of it.
 *
 * @param isResettable whether the line is marked {@code [R]} or {@code [RESET]}: the function has a
 *     file {@code reset}
 * @param ids the ids that stand before the address
 */
record MemberLine(FunctionLine function, boolean isResettable, Optional<Ids> ids) {

  private static final int MOST_MARKS = 8;

  /** Reads a line, or the rest of one behind the name of a group. */
  static Optional<MemberLine> of(String line) {
    boolean isResettable = false;
    Optional<Ids> ids = Optional.empty();
    int at = marks(line, 0);
    for (int mark = 0; mark < MOST_MARKS && at < line.length(); mark++) {
      Optional<FunctionLine> function = FunctionLine.at(line, at);
      if (function.isPresent()) {
        return Optional.of(new MemberLine(undashed(function.get()), isResettable, ids));
      }
      int end = endOfMark(line, at);
      if (end < 0) {
        return Optional.empty();
      }
      String word = line.substring(at, end);
      isResettable |= word.equals("[R]") || word.equals("[RESET]");
      ids =
          word.length() == 11
              ? Optional.of(new Ids(word)).filter(Ids::isThere).or(noIds(ids))
              : ids;
      at = marks(line, end);
    }
    return Optional.empty();
  }

  private static java.util.function.Supplier<Optional<Ids>> noIds(Optional<Ids> before) {
    return () -> before;
  }

  private static FunctionLine undashed(FunctionLine line) {
    return line.text().startsWith("- ")
        ? new FunctionLine(line.address(), line.text().substring(2).strip())
        : line;
  }

  private static int marks(String line, int from) {
    int at = from;
    while (at < line.length()
        && (Tokens.isBlank(line.charAt(at)) || "-*+|\\├└─│•".indexOf(line.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /** Where a mark before the address ends; -1 where something else stands there. */
  private static int endOfMark(String line, int at) {
    if (line.startsWith("Group Device:", at)) {
      return at + 13;
    }
    char open = line.charAt(at);
    if (open != '[' && open != '(') {
      return -1;
    }
    int close = line.indexOf(open == '[' ? ']' : ')', at);
    return close < 0 || close - at > 20 ? -1 : close + 1;
  }

  /** Says all that the line tells of the function. */
  Claims tell(Evidence evidence, Place place) {
    ids.ifPresent(
        it -> it.tell(evidence.device(function.address()), Fact.VENDOR, Fact.DEVICE, place));
    List<String> columns = columns();
    if (columns.size() != 2) {
      return function.tell(evidence, place);
    }
    Claims claims = evidence.device(function.address());
    OptionalInt code = ClassNames.codeOf(columns.get(0));
    code.ifPresent(it -> claims.say(Fact.CLASS, it << 8, place));
    String name = columns.get(1);
    if (!name.startsWith("Device ")) {
      claims.say(Fact.NAME, name, place);
    }
    return claims;
  }

  /** Whether it is of a list in columns and ends behind the class. */
  boolean lacksName() {
    return ids.isPresent() && function.text().indexOf("  ") < 0;
  }

  /** The class and the name where a script has put them into columns, and nothing otherwise. */
  private List<String> columns() {
    String text = function.text();
    int gap = text.indexOf("  ");
    int colon = text.indexOf(": ");
    List<String> columns = new ArrayList<>();
    if (gap > 0 && (colon < 0 || gap < colon) && text.charAt(gap - 1) != ']') {
      columns.add(text.substring(0, gap));
      columns.add(text.substring(gap).strip());
    }
    return columns;
  }
}
