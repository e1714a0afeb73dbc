package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.iommuscope.app.export.PictureRequest;

/** Where pictures and reports are kept: it writes one to a file, in the format of its suffix. */
@FunctionalInterface
public interface PictureStore {

  /** Writes the picture whole or not at all; answers with a sentence why where it could not. */
  Optional<String> save(Path file, PictureRequest picture);
}
