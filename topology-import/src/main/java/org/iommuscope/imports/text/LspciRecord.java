package org.iommuscope.imports.text;

import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.PciAddress;

/** One function as lspci prints it, while it is read. */
final class LspciRecord {

  private static final int LONGEST_PATH = 500;

  /** What mail programs wrap at, and a little more. */
  private static final int LONGEST_REST = 90;

  /** A line that goes on after this is no line of lspci. */
  private static final int LONGEST_WORDS = 1000;

  private final Place place;
  private final List<PciAddress> path;
  private final LspciDetails details;
  private FunctionLine function;
  private boolean isCut;

  private LspciRecord(Place place, List<PciAddress> path, String words) {
    this.place = place;
    this.path = path;
    this.function = new FunctionLine(path.getLast(), words);
    this.details = new LspciDetails();
  }

  /** The record that begins on a line: at its very beginning stands an address or a path. */
  static Optional<LspciRecord> at(TextDump text, int index) {
    String whole = text.line(index);
    String line =
        whole.startsWith(NoGroups.UNMATCHED) ? whole.substring(NoGroups.UNMATCHED.length()) : whole;
    if (line.isEmpty() || Character.digit(line.charAt(0), 16) < 0) {
      return Optional.empty();
    }
    int end = Tokens.wordEnd(line, 0);
    List<PciAddress> path =
        end < 7 || end > LONGEST_PATH ? List.of() : LspciRecords.path(line.substring(0, end));
    String words = line.substring(end).strip();
    return path.isEmpty() || !isFunction(words)
        ? Optional.empty()
        : Optional.of(new LspciRecord(text.place(index), path, words));
  }

  /** Whether the words are a class and a name, and not a sentence about the function. */
  private static boolean isFunction(String words) {
    int colon = words.indexOf(':');
    return colon > 3 && colon < 80 && !words.startsWith("-") && !words.startsWith("is ");
  }

  /** Reads what stands below, from one line on; returns the first line that does not belong. */
  int readAttributes(TextDump text, int from) {
    int index = from;
    while (index < text.size() && text.isFree(index)) {
      String line = text.line(index);
      if (line.isBlank()) {
        break;
      }
      if (Tokens.isIndented(line)
          || HexRow.of(line).isPresent()
          || LspciAttributes.isAttribute(line)) {
        details.begin(line, text.place(index));
      } else if (at(text, index).isPresent() || !isRest(text, index)) {
        return index;
      } else if (details.isEmpty()) {
        function = function.and(line);
      } else {
        details.append(line);
      }
      index++;
    }
    isCut = index >= text.size();
    return index;
  }

  /** A mail program has put the rest of a line on one of its own, without indentation. */
  private boolean isRest(TextDump text, int index) {
    String line = text.line(index);
    if (line.length() >= LONGEST_REST
        || function.text().length() > LONGEST_WORDS
        || GroupHead.of(line).isPresent()) {
      return false;
    }
    return !details.isEmpty()
        || !function.isWhole()
        || line.startsWith("(")
        || (index + 1 < text.size() && LspciAttributes.isAttribute(text.line(index + 1)));
  }

  boolean hasDriverLine() {
    return details.hasDriverLine();
  }

  /** Says all that the record tells. */
  void tell(Evidence evidence) {
    function.tell(evidence, place);
    for (int above = path.size() - 1; above > 0; above--) {
      evidence.device(path.get(above)).say(Fact.UPSTREAM, path.get(above - 1), place);
    }
    details.tell(evidence, function.address());
  }

  /** Says which of the functions that are known by now are its VFs. */
  void tellVirtualFunctions(Evidence evidence) {
    details.tellVirtualFunctions(evidence, function.address());
  }

  /** Says, in a text that names drivers, that a function for which it names none has none. */
  void denyDriver(Evidence evidence) {
    Claims claims = evidence.device(function.address());
    if (!isCut && claims.reading(Fact.DRIVER).isUnread()) {
      claims.deny(Fact.DRIVER, place);
    }
  }
}
