package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.iommuscope.app.export.Export;
import org.iommuscope.app.export.Exports;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.workspace.PictureStore;

/** Saves pictures and reports in the format that a file's suffix says. */
final class SavedPicture implements PictureStore {

  @Override
  public Optional<String> save(Path file, PictureRequest picture) {
    Optional<Export> export = Exports.forFile(file.toString());
    if (export.isEmpty()) {
      return Optional.of(unknown(file.toString()));
    }
    try {
      OutputFile.write(file, out -> export.get().write(picture, out));
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(file + " cannot be written: " + OutputFile.reason(failure));
    }
  }

  /** What is said of a file whose suffix no format has. */
  static String unknown(String file) {
    return file + " has no suffix of a known format; expected one of " + Exports.suffixes();
  }
}
