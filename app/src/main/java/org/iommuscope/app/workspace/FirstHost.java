package org.iommuscope.app.workspace;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.plan.AssignmentPlan;

/** The host that the window opens on by itself: this one, or the sample where it has no groups. */
public final class FirstHost {

  /** The archive in the program's resources, copied there by the build. */
  private static final String SAMPLE = "/org/iommuscope/app/sample/capture.tar.gz";

  private final Opening.Importer importer;
  private final Path root;

  /**
   * @param root where this host's {@code sys} is: {@code /}
   */
  public FirstHost(Opening.Importer importer, Path root) {
    this.importer = importer;
    this.root = root;
  }

  /** Reads it; takes as long as reading takes. */
  public Session read(AssignmentPlan plan) {
    if (importer.read(new CaptureSource.At(root), ImportProgress.unwatched())
            instanceof ImportOutcome.Imported(var here)
        && !here.host().groups().isEmpty()) {
      return Session.of(here, Origin.THIS_HOST, plan);
    }
    return importer.read(new CaptureSource.Streamed(sample()), ImportProgress.unwatched())
            instanceof ImportOutcome.Imported(var result)
        ? Session.of(result, Origin.SAMPLE, plan)
        : Session.empty();
  }

  /** The sample machine, as the archive that it is. */
  public static InputStream sample() {
    return Objects.requireNonNull(FirstHost.class.getResourceAsStream(SAMPLE));
  }
}
