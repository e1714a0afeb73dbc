package org.iommuscope.app.workspace;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.iommuscope.model.impact.HostLosses;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.planning.FillAnswer;
import org.iommuscope.model.planning.PlanFill;
import org.iommuscope.model.planning.PlanRepair;
import org.iommuscope.model.planning.Repair;
import org.iommuscope.model.planning.RepairAnswer;
import org.iommuscope.model.planning.Requests;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;

/** Leads the plan of a session to a lawful one; not for the window's thread. */
public record Planner(AttachSimulator simulator) {

  /** The smallest repairs, or why there is none. */
  public FoundRepairs repair(Session session, BooleanSupplier cancelled) {
    HostTopology host = session.host();
    AssignmentPlan plan = session.plan();
    RepairAnswer answer =
        new PlanRepair(simulator, host, RuleProfiles.of(host, plan)).of(plan, cancelled);
    List<List<String>> losses =
        answer instanceof RepairAnswer.Repaired(List<Repair> repairs)
            ? repairs.stream().map(repair -> losses(session, repair.plan())).toList()
            : List.of();
    return new FoundRepairs(answer, losses);
  }

  /** Devices for wishes, or why there are none. */
  public FoundFill fill(Session session, Requests wishes, BooleanSupplier cancelled) {
    HostTopology host = session.host();
    AssignmentPlan plan = session.plan();
    FillAnswer answer =
        new PlanFill(simulator, host, RuleProfiles.of(host, plan)).of(plan, wishes, cancelled);
    return new FoundFill(
        answer,
        answer instanceof FillAnswer.Filled filled ? losses(session, filled.plan()) : List.of());
  }

  /** What the host would lose by another plan and does not lose by the present one. */
  private static List<String> losses(Session session, AssignmentPlan changed) {
    List<String> before = HostLosses.of(session.host(), session.plan()).sentences();
    return HostLosses.of(session.host(), changed).sentences().stream()
        .filter(sentence -> !before.contains(sentence))
        .toList();
  }
}
