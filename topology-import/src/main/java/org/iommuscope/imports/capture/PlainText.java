package org.iommuscope.imports.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that is no archive but a text. */
final class PlainText {

  /** Several times the longest kernel log that anybody keeps. */
  private static final int LONGEST = 64 << 20;

  private static final char NO_CHARACTER = 0xfffd;
  private static final String OF_TERMINALS = "\b\t\n\f\r\u001b";

  private PlainText() {}

  /** Whether a file that begins so is a text: it has no zero bytes, or it is UTF-16. */
  static boolean isLikely(byte[] beginning) {
    if (beginning.length == 0) {
      return false;
    }
    boolean isUtf16 =
        beginning.length > 1
            && (beginning[0] == (byte) 0xfe && beginning[1] == (byte) 0xff
                || beginning[0] == (byte) 0xff && beginning[1] == (byte) 0xfe);
    return isUtf16
        || zeros(beginning) * 20 < beginning.length && oddities(beginning) * 3 < beginning.length;
  }

  /** Bytes that no text has: most control characters, and what is no UTF-8. */
  private static int oddities(byte[] bytes) {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    return (int)
        decoded
            .chars()
            .filter(c -> c == NO_CHARACTER || c < ' ' && OF_TERMINALS.indexOf(c) < 0)
            .count();
  }

  /** A serial line leaves a zero here and there. */
  private static int zeros(byte[] bytes) {
    int zeros = 0;
    for (byte each : bytes) {
      zeros += each == 0 ? 1 : 0;
    }
    return zeros;
  }

  static Opening read(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    return bytes.length > LONGEST
        ? new Opening.Refused(
            name + " holds a text of more than " + LONGEST + " bytes; expected at most that many")
        : new Opening.Text(bytes);
  }
}
