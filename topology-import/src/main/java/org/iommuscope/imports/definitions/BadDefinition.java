package org.iommuscope.imports.definitions;

/** Why a definition cannot be read, in one sentence with the place. */
final class BadDefinition extends Exception {
  private static final long serialVersionUID = 1;

  BadDefinition(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
