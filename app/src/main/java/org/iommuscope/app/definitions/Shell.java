package org.iommuscope.app.definitions;

/** Words for a POSIX shell. */
final class Shell {

  private Shell() {}

  /** Lines that the shell passes over. */
  static String comment(String lines) {
    return "# " + lines.replace("\n", "\n# ") + "\n";
  }

  /** A word that the shell leaves as it is. */
  static String word(String text) {
    return text.matches("[A-Za-z0-9_./:=,@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
