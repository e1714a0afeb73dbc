package org.iommuscope.imports.capture;

/** What came of reading a file. */
public sealed interface Content {

  /** All its bytes. */
  @SuppressWarnings("ArrayRecordComponent")
  record Bytes(byte[] bytes) implements Content {}

  /** Nothing, for this reason. */
  record Unreadable(String reason) implements Content {}
}
