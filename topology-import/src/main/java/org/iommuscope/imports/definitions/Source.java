package org.iommuscope.imports.definitions;

import java.util.ArrayList;
import java.util.List;

/**
 * A file as a user named it.
 *
 * @param text its content, with line ends as they were
 */
public record Source(String name, String text) {

  /** The last part of its name without its suffix: {@code 101} of {@code qemu-server/101.conf}. */
  String title() {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /** Begins each file in a stream of several. */
  private static final String FILE = "# iommuscope-file: ";

  /** The files of a stream that an export wrote; else the file itself. */
  List<Source> parts() {
    List<Source> parts = new ArrayList<>();
    for (String part : text.split("(?m)^(?=" + FILE + ")")) {
      int end = part.indexOf('\n');
      if (part.startsWith(FILE) && end > 0) {
        parts.add(new Source(part.substring(FILE.length(), end).strip(), part.substring(end + 1)));
      }
    }
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** A place in it, for a sentence. */
  String at(int line) {
    return name + ":" + line;
  }
}
