package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.iommuscope.imports.anonymise.AnonymisedCapture;

/** Where anonymised captures are kept: it writes one to a file. */
@FunctionalInterface
public interface CaptureStore {

  /** Writes it whole or not at all; answers with a sentence why where it could not. */
  Optional<String> save(Path file, AnonymisedCapture capture);
}
