package org.iommuscope.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.iommuscope.imports.text.TextDump;

/** A recording of umockdev that came as a text: quoted, fenced, coloured, with words around it. */
final class PastedRecording {

  private static final String RECORD = "P: /devices/";
  private static final String KINDS = "PNSEAHL";

  private PastedRecording() {}

  /** The records of a text, each on its line, which no reader of texts sees any more. */
  static Optional<byte[]> takenFrom(TextDump text) {
    int first = 0;
    while (first < text.size() && !text.line(first).strip().startsWith(RECORD)) {
      first++;
    }
    if (first == text.size()) {
      return Optional.empty();
    }
    StringBuilder records = new StringBuilder("\n".repeat(first));
    for (int index = first; index < text.size(); index++) {
      String line = text.line(index).strip();
      if (line.length() > 3 && line.startsWith(": ", 1) && KINDS.indexOf(line.charAt(0)) >= 0) {
        records.append(line);
        text.take(index);
      }
      records.append('\n');
    }
    return Optional.of(records.toString().getBytes(UTF_8));
  }
}
