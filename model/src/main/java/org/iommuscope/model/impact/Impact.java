package org.iommuscope.model.impact;

import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.HostTopology;

/** What to know before a plan is carried out: what the host would lose, and advice. */
public record Impact(HostLosses losses, List<Advice> advice) {

  public Impact {
    advice = List.copyOf(advice);
  }

  public static Impact of(HostTopology host, AssignmentPlan plan) {
    return new Impact(HostLosses.of(host, plan), PlanAdvice.of(host, plan));
  }
}
