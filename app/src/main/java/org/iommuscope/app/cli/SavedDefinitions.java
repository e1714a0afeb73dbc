package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.definitions.Definition;
import org.iommuscope.app.workspace.DefinitionStore;

/** Saves what is written for other programs into a folder, a file for each. */
final class SavedDefinitions implements DefinitionStore {

  @Override
  public Optional<String> save(Path folder, List<Definition> files) {
    for (Definition file : files) {
      Path path = folder.resolve(file.fileName());
      try {
        OutputFile.write(path, out -> out.write(file.text().getBytes(StandardCharsets.UTF_8)));
      } catch (IOException failure) {
        return Optional.of(path + " cannot be written: " + OutputFile.reason(failure));
      }
    }
    return Optional.empty();
  }
}
