package org.iommuscope.app.definitions;

import java.util.List;

/**
 * What a plan is for another program.
 *
 * @param files one for each guest, and what goes with them
 * @param stream all of them in one
 * @param unsaid what of the plan the other program has no word for, a sentence each
 */
public record Definitions(List<Definition> files, String stream, List<String> unsaid) {

  public Definitions {
    files = List.copyOf(files);
    unsaid = List.copyOf(unsaid);
  }

  /** Files that a line before each sets apart; one alone is the stream. */
  static Definitions of(List<Definition> files, List<String> unsaid) {
    if (files.size() == 1) {
      return new Definitions(files, files.getFirst().text(), unsaid);
    }
    StringBuilder stream = new StringBuilder();
    for (Definition file : files) {
      stream.append("# iommuscope-file: ").append(file.fileName()).append('\n').append(file.text());
    }
    return new Definitions(files, stream.toString(), unsaid);
  }
}
