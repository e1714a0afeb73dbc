package org.iommuscope.app.workspace;

import java.io.IOException;
import java.nio.file.Path;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.plan.AssignmentPlan;

/** A capture on disk that is read at once; names of devices come from it alone. */
public record CaptureFile(Path path) {

  /**
   * A session on the capture.
   *
   * @throws IOException where it cannot be read, with the sentence that says why
   */
  public Session read(AssignmentPlan plan) throws IOException {
    return switch (new TopologyImporter(PciNames::none).read(path)) {
      case ImportOutcome.Imported(var result) -> Session.of(result, Origin.CAPTURE, plan);
      case ImportOutcome.Refused(String sentence) -> throw new IOException(sentence);
      case ImportOutcome.Cancelled cancelled -> throw new IOException(path + ": not read");
    };
  }
}
