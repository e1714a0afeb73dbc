package org.iommuscope.app.export;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.verdict.PlanVerdict;

/**
 * What a file is about: a host, what somebody plans for it, and what would become of the plan.
 *
 * @param name where the host was read, as the user named it
 * @param oddities what was odd in the capture
 * @param verdict empty where nobody asked
 * @param follows what would follow from what the plan imagines, a sentence each
 * @param graph of that host, plan and verdict
 */
public record Subject(
    String name,
    List<Oddity> oddities,
    AssignmentPlan plan,
    Optional<PlanVerdict> verdict,
    List<String> follows,
    TopologyGraph graph) {

  /** Something odd, by the path inside the capture where it was met. */
  public record Oddity(String kind, String where, String what) {}

  public Subject {
    oddities = List.copyOf(oddities);
    follows = List.copyOf(follows);
  }
}
