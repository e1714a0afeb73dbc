package org.iommuscope.app.export;

import java.io.IOException;

/** Carries a failure to write through the drawing, which knows of no files. */
final class PdfFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final IOException reason;

  PdfFailure(IOException reason) {
    super(reason);
    this.reason = reason;
  }

  IOException reason() {
    return reason;
  }
}
