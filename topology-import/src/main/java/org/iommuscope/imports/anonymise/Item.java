package org.iommuscope.imports.anonymise;

/** An entry of an anonymised capture. */
sealed interface Item {

  String path();

  /** A file. */
  @SuppressWarnings("ArrayRecordComponent")
  record File(String path, byte[] content) implements Item {}

  /** A symbolic link. */
  record Link(String path, String target) implements Item {}

  /** A folder, which may be empty: that it is there is a fact. */
  record Folder(String path) implements Item {}
}
