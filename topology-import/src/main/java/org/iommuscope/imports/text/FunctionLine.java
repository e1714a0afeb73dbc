package org.iommuscope.imports.text;

import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.names.LspciText;
import org.iommuscope.model.topology.PciAddress;

/**
 * What lspci prints of a function on one line: {@code 01:00.0 Ethernet controller [0200]: Intel
 * Corporation 82574L [8086:10d3] (rev 03) (prog-if 00)}; of it anything but the address may be
 * missing.
 */
record FunctionLine(PciAddress address, String text) {

  /** What a function that does not answer reads as; no device has such a revision. */
  private static final int ALL_ONES = 0xff;

  /** The line that begins at an index with an address. */
  static Optional<FunctionLine> at(String line, int from) {
    int end = Tokens.wordEnd(line, from);
    return Tokens.addressAt(line, from)
        .map(address -> new FunctionLine(address, line.substring(end).strip()));
  }

  /** The line with a text behind it that a mail program had put on a line of its own. */
  FunctionLine and(String more) {
    return new FunctionLine(address, text + " " + more.strip());
  }

  /** Whether it has what lspci prints last, so that nothing was cut off it. */
  boolean isWhole() {
    return text.endsWith("]") || text.endsWith(")");
  }

  /** Says all that the line tells. */
  Claims tell(Evidence evidence, Place place) {
    Claims claims = evidence.device(address);
    int colon = endOfClass();
    if (colon < 0) {
      ClassNames.codeOf(text).ifPresent(code -> claims.say(Fact.CLASS, code << 8, place));
      return claims;
    }
    OptionalInt code = classCode(colon);
    int interfaceCode = interfaceCode();
    code.ifPresent(it -> claims.say(Fact.CLASS, it << 8 | interfaceCode, place));
    Ids ids = new Ids(text.substring(colon + 1));
    ids.tell(claims, Fact.VENDOR, Fact.DEVICE, place);
    revision().ifPresent(it -> claims.say(Fact.REVISION, it, place));
    LspciText.productIn(text.substring(colon + 1))
        .ifPresent(name -> claims.say(Fact.NAME, name, place));
    return claims;
  }

  /** The colon after the class, which a blank follows; -1 where the line ends before it. */
  private int endOfClass() {
    int colon = text.indexOf(": ");
    return colon < 0 && text.endsWith(":") ? text.length() - 1 : colon;
  }

  private OptionalInt classCode(int colon) {
    String words = text.substring(0, colon);
    if (words.endsWith("]") && words.length() >= 6) {
      return Tokens.hexAt(words, words.length() - 5, 4);
    }
    OptionalInt bare = Tokens.hex(words, 4);
    return bare.isPresent() ? bare : ClassNames.codeOf(words);
  }

  private OptionalInt revision() {
    int at = text.indexOf("(rev ");
    OptionalInt revision = at < 0 ? OptionalInt.empty() : Tokens.hexAt(text, at + 5, 2);
    return revision.orElse(ALL_ONES) == ALL_ONES ? OptionalInt.empty() : revision;
  }

  private int interfaceCode() {
    int at = text.indexOf("(prog-if ");
    return at < 0 ? 0 : Tokens.hexAt(text, at + 9, 2).orElse(0);
  }
}
