package org.iommuscope.app.definitions;

/** Words for a POSIX shell. */
final class Shell {

  private Shell() {}

  /** A word that the shell leaves as it is. */
  static String word(String text) {
    return text.matches("[A-Za-z0-9_./:=,@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
