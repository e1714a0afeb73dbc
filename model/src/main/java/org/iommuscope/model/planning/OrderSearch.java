package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * Goes through the orders of chains of steps, step by step, and turns back where a beginning is
 * refused: no later step mends it.
 */
final class OrderSearch {

  private final Judge judge;
  private final AssignmentPlan plan;
  private final Chains chains;
  private final List<Chains.Link> order = new ArrayList<>();
  private boolean hasGivenUp;

  OrderSearch(Judge judge, AssignmentPlan plan, Chains chains) {
    this.judge = judge;
    this.plan = plan;
    this.chains = chains;
  }

  /** An order that works, the plan's own where that does; empty where none does or it gave up. */
  Optional<List<Chains.Link>> find() {
    return goesOn(new int[chains.chains().size()])
        ? Optional.of(List.copyOf(order))
        : Optional.empty();
  }

  /** Whether the search came to its limit before it could tell. */
  boolean hasGivenUp() {
    return hasGivenUp;
  }

  private boolean goesOn(int[] positions) {
    if (order.size() == chains.length()) {
      return true;
    }
    for (int chain : chains.next(positions)) {
      if (!judge.mayGoOn()) {
        hasGivenUp = true;
        return false;
      }
      order.add(chains.link(chain, positions));
      positions[chain]++;
      if (isGranted() && goesOn(positions)) {
        return true;
      }
      positions[chain]--;
      order.removeLast();
    }
    return false;
  }

  private boolean isGranted() {
    List<PlanStep> steps = order.stream().map(Chains.Link::step).toList();
    return judge.run(plan.withSequence(Optional.of(steps))).verdict().steps().stream()
        .noneMatch(StepVerdict::counts);
  }
}
