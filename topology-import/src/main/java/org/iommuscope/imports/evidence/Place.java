package org.iommuscope.imports.evidence;

/**
 * Where a source says something.
 *
 * @param file the source as the user named it, or a file's path inside an archive
 * @param line counted from 1; 0 where the whole file says it
 */
public record Place(String file, int line) {

  public Place {
    if (line < 0) {
      throw new IllegalArgumentException("no line: " + line);
    }
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
