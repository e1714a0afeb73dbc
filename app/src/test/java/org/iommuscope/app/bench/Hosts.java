package org.iommuscope.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.synthetic.HostSize;

/** Synthetic hosts, as the importer reads them. */
final class Hosts {

  private Hosts() {}

  static HostTopology of(HostSize size) throws IOException {
    try (RamDisk disk = RamDisk.open()) {
      return read(disk.archive(size));
    }
  }

  static HostTopology read(Path capture) {
    return switch (new TopologyImporter(PciNames::none).read(capture)) {
      case ImportOutcome.Imported imported -> imported.result().host();
      case ImportOutcome.Refused refused -> throw new IllegalStateException(refused.sentence());
      case ImportOutcome.Cancelled cancelled -> throw new IllegalStateException("nobody cancels");
    };
  }
}
