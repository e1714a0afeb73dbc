package org.iommuscope.imports.text;

import java.util.OptionalInt;
import org.iommuscope.imports.evidence.Claims;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;

/**
 * The last {@code [vvvv:dddd]} of a text, or {@code vvvv:dddd} where the text begins so, as {@code
 * lspci -n} prints it; names have brackets of their own.
 */
record Ids(OptionalInt vendor, OptionalInt device) {

  Ids(String text) {
    this(text, indexOf(text));
  }

  private Ids(String text, int at) {
    this(Tokens.hexAt(text, at, 4), Tokens.hexAt(text, at < 0 ? at : at + 5, 4));
  }

  private static int indexOf(String text) {
    for (int end = text.lastIndexOf(']'); end >= 10; end = text.lastIndexOf(']', end - 1)) {
      if (text.charAt(end - 10) == '[' && isPair(text, end - 9)) {
        return end - 9;
      }
    }
    int begin = Tokens.skipBlanks(text, 0);
    boolean isAlone = begin + 9 >= text.length() || Tokens.isBlank(text.charAt(begin + 9));
    return isAlone && isPair(text, begin) ? begin : -1;
  }

  private static boolean isPair(String text, int at) {
    return at + 9 <= text.length()
        && text.charAt(at + 4) == ':'
        && Tokens.hexAt(text, at, 4).isPresent()
        && Tokens.hexAt(text, at + 5, 4).isPresent();
  }

  boolean isThere() {
    return vendor.isPresent() && device.isPresent();
  }

  void tell(Claims claims, Fact<Integer> vendorFact, Fact<Integer> deviceFact, Place place) {
    if (isThere()) {
      claims.say(vendorFact, vendor.getAsInt(), place);
      claims.say(deviceFact, device.getAsInt(), place);
    }
  }
}
