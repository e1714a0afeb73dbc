package org.iommuscope.app.files;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.model.diff.HostSketch;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.HostTopology;

/**
 * A plan with what else its file says: comments, keys of other programs, and the words chosen where
 * several mean the same. They survive every edit of the plan that leaves their object in place.
 *
 * @param written the file as it was read; empty for a plan that was never written
 */
public record PlanFile(AssignmentPlan plan, Optional<HostMark> host, JsonObject written) {

  public static final String FORMAT = "iommuscope-plan/1";

  /** A plan that comes from no file. */
  public static PlanFile of(AssignmentPlan plan) {
    return new PlanFile(plan, Optional.empty(), new JsonObject(new LinkedHashMap<>(), 0));
  }

  /** The same file, its plan made for this host. */
  public PlanFile madeFor(HostTopology made) {
    return new PlanFile(plan, Optional.of(HostMark.of(HostSketch.of(made, plan))), written);
  }

  /** Whether it was never written. */
  public boolean isOfNoFile() {
    return written.members().isEmpty();
  }

  /** The same as if it had been written and read. */
  public PlanFile asWritten() {
    return new PlanFile(plan, host, new PlanWriter().json(this));
  }

  /** The same file with its plan edited. */
  public PlanFile withPlan(AssignmentPlan edited) {
    return new PlanFile(edited, host, written);
  }
}
