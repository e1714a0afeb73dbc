package org.iommuscope.imports.text;

import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.markup.Json;

/** Reads one form of JSON. */
interface JsonForm {

  /** What it reads, as people call it. */
  String title();

  /** What a value of its form begins with, for a refusal. */
  String expected();

  /** A pattern that lines of this form match, whole or broken. */
  String mark();

  /**
   * Says what a value tells.
   *
   * @param source what places are to be called by
   * @return how many devices it tells of; 0 where the value is of another form
   */
  int read(Json value, String source, Evidence evidence);
}
