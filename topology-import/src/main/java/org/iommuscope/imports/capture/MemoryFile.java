package org.iommuscope.imports.capture;

/** A file of an archive. */
record MemoryFile(MemoryFolder folder, String name, Content content) implements CapturedFile {

  @Override
  public String path() {
    return Paths.join(folder.path(), name);
  }
}
