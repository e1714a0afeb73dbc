package org.iommuscope.imports.capture;

import java.util.Optional;

/** What came of opening a capture. */
public sealed interface Opening {

  /**
   * A tree to read from.
   *
   * @param failure why it ends early, where it does
   */
  record Opened(Capture capture, Optional<String> failure) implements Opening {}

  /** A single file that is no archive, whole. */
  record Text(byte[] bytes) implements Opening {}

  /** No tree; the sentence says what was found and what was expected. */
  record Refused(String sentence) implements Opening {}
}
