package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.HostTopology;

/** Where plans are kept: it writes a plan to a file. */
@FunctionalInterface
public interface PlanStore {

  /** Writes the plan, and what it keeps of its host, whole or not at all; answers with a sentence why where it could not. */
  Optional<String> save(Path file, AssignmentPlan plan, HostTopology host);
}
