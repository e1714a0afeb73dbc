package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.iommuscope.app.workspace.CaptureStore;
import org.iommuscope.imports.anonymise.AnonymisedCapture;

/** Saves anonymised captures as archives, or as the text that they were. */
final class SavedCapture implements CaptureStore {

  @Override
  public Optional<String> save(Path file, AnonymisedCapture capture) {
    try {
      OutputFile.write(file, capture::write);
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(file + " cannot be written: " + OutputFile.reason(failure));
    }
  }
}
