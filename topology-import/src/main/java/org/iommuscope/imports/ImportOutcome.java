package org.iommuscope.imports;

/** How an import ended. */
public sealed interface ImportOutcome {

  /** The capture was read; what was odd in it stands in the notes. */
  record Imported(ImportResult result) implements ImportOutcome {}

  /** Nothing could be read; the sentence says what was found where, and what was expected. */
  record Refused(String sentence) implements ImportOutcome {}

  /** The one who watches has ended it. */
  record Cancelled() implements ImportOutcome {}
}
