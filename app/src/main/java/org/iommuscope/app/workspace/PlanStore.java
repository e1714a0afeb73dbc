package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.topology.HostTopology;

/** Where plans are kept: it writes a plan to a file. */
@FunctionalInterface
public interface PlanStore {

  /**
   * What came of saving.
   *
   * @param file what is in the file now, where it could be written
   * @param failure a sentence why it could not
   */
  record Saved(PlanFile file, Optional<String> failure) {}

  /**
   * Writes the plan, and what it keeps of its host, whole or not at all. What a plan of no file is
   * saved over keeps its comments and foreign keys.
   */
  Saved save(Path file, PlanFile plan, HostTopology host);
}
