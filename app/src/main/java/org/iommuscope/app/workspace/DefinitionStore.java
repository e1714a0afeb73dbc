package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.definitions.Definition;

/** Where plans go that are written for other programs. */
@FunctionalInterface
public interface DefinitionStore {

  /** Writes files into a folder, each whole or not at all; answers with why one could not be. */
  Optional<String> save(Path folder, List<Definition> files);
}
