package org.iommuscope.app.graph;

/** Turns any text into a part of an XML id, so that no two texts become one. */
final class NodeId {

  private NodeId() {}

  static String of(String kind, String text) {
    StringBuilder id = new StringBuilder(kind).append('-');
    for (int at = 0; at < text.length(); at++) {
      append(id, text.charAt(at));
    }
    return id.toString();
  }

  private static void append(StringBuilder id, char character) {
    if (isPlain(character)) {
      id.append(character);
    } else {
      id.append('_').append(Integer.toHexString(character)).append('_');
    }
  }

  private static boolean isPlain(char character) {
    return character >= '0' && character <= '9'
        || character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character == '.'
        || character == ':'
        || character == '-';
  }
}
