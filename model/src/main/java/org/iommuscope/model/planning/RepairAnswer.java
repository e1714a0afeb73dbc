package org.iommuscope.model.planning;

import java.util.List;
import org.iommuscope.model.verdict.StepVerdict;

/** What came of the search for a repair. */
public sealed interface RepairAnswer {

  /** Nothing is refused and nothing open: the plan stays as it is. */
  record Lawful() implements RepairAnswer {}

  /** Repairs, the cheapest first; each was proved by the simulation. */
  record Repaired(List<Repair> repairs) implements RepairAnswer {
    public Repaired {
      repairs = List.copyOf(repairs);
    }
  }

  /**
   * No change helps while all of these wishes stand, and without any one of them a lawful plan is
   * there.
   *
   * @param steps what stops the plan that has these wishes alone
   * @param ordered whether the plan's own steps are part of the contradiction
   */
  record Contradiction(List<Wish> wishes, List<StepVerdict> steps, boolean ordered)
      implements RepairAnswer {
    public Contradiction {
      wishes = List.copyOf(wishes);
      steps = List.copyOf(steps);
    }
  }

  /** Facts are missing that no change supplies: the first question must be answered. */
  record Unanswered(List<StepVerdict> steps) implements RepairAnswer {
    public Unanswered {
      steps = List.copyOf(steps);
    }
  }

  /**
   * The search came to its limit, which proves nothing.
   *
   * @param judged how many plans were judged
   */
  record GaveUp(int judged) implements RepairAnswer {}

  /** Somebody no longer wants to know. */
  record Cancelled() implements RepairAnswer {}
}
