package org.iommuscope.app.files;

/**
 * Why a file cannot be used.
 *
 * @param file the name that the user gave it
 * @param line counted from 1; 0 where the whole file is meant
 */
public record FileProblem(String file, int line, String found, String expected) {

  /** One sentence: where, what was found, what was expected. */
  public String sentence() {
    String where = line > 0 ? file + ", line " + line : file;
    return where + ": found " + found + ", expected " + expected;
  }
}
