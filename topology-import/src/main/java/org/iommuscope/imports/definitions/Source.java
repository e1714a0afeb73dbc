package org.iommuscope.imports.definitions;

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

  /** A place in it, for a sentence. */
  String at(int line) {
    return name + ":" + line;
  }
}
