package org.iommuscope.model.planning;

import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.verdict.StepVerdict;

/** Which order of a plan's steps works. */
public sealed interface OrderAnswer {

  /** Nothing is refused in the order in which the plan has its steps. */
  record AsWritten(AssignmentPlan plan) implements OrderAnswer {}

  /** Another order works; it keeps the steps of each guest in theirs, and those of the host. */
  record Reordered(AssignmentPlan plan) implements OrderAnswer {}

  /**
   * No order works for these guests, even without all others.
   *
   * @param guests one, or a pair, or all of those that have to do with each other
   * @param steps what stops them in the plan's own order
   */
  record Never(List<GuestName> guests, List<StepVerdict> steps) implements OrderAnswer {
    public Never {
      guests = List.copyOf(guests);
      steps = List.copyOf(steps);
    }
  }

  /**
   * The search came to its limit, which proves nothing.
   *
   * @param judged how many beginnings of orders were judged
   */
  record GaveUp(int judged) implements OrderAnswer {}
}
