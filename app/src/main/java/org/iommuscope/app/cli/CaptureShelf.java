package org.iommuscope.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.topology.HostTopology;

/**
 * A folder of captures, each imported when it is first asked for: an archive or a tree of the
 * capture's name, or a machine's folder with its archive in it.
 */
final class CaptureShelf {

  private static final List<String> SUFFIXES =
      List.of("/capture.tar.gz", ".tar.gz", ".tar", ".tar.bz2", ".tar.xz", ".tar.zst", ".zip", "");

  private final Path folder;
  private final TopologyImporter importer = new TopologyImporter(PciNames::none);
  private final Map<String, HostTopology> imported = new HashMap<>();

  CaptureShelf(Path folder) {
    this.folder = folder;
  }

  /** The host that a capture of this name describes. */
  HostTopology host(String name) throws CommandFailure {
    HostTopology known = imported.get(name);
    if (known != null) {
      return known;
    }
    HostTopology host = read(name);
    imported.put(name, host);
    return host;
  }

  private HostTopology read(String name) throws CommandFailure {
    Optional<Path> found =
        SUFFIXES.stream()
            .map(suffix -> folder.resolve(name + suffix))
            .filter(Files::exists)
            .findFirst();
    if (found.isEmpty()) {
      throw new CommandFailure(
          folder + ": found no capture " + name + ", expected a folder or an archive of that name");
    }
    return switch (importer.read(found.get())) {
      case ImportOutcome.Imported(ImportResult result) -> result.host();
      case ImportOutcome.Refused(String sentence) -> throw new CommandFailure(sentence);
      case ImportOutcome.Cancelled() -> throw new CommandFailure("the import was cancelled");
    };
  }
}
