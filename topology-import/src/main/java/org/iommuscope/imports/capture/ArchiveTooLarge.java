package org.iommuscope.imports.capture;

import java.io.IOException;

/** The archive holds more than is read of one. */
final class ArchiveTooLarge extends IOException {

  private static final long serialVersionUID = 1;

  ArchiveTooLarge(String sentence) {
    super(sentence);
  }
}
