package org.iommuscope.imports.text;

import org.iommuscope.imports.evidence.Evidence;

/** Reads one form of text. */
interface TextReader {

  /** A pattern that lines of this form match, whole or broken. */
  String mark();

  /** What it reads, as people call it: {@code lspci -v}. */
  String title();

  /**
   * Takes the lines that are of its form and free, and says what they tell; a text without such
   * lines leaves the evidence as it was.
   */
  Reached read(TextDump text, Evidence evidence);
}
