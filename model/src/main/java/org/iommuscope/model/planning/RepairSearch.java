package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * Looks for the cheapest changes after which nothing is in the way. It tries plans in the order of
 * their price and answers, in each, the first step that does not attach: whatever repairs a plan
 * must answer that step.
 */
final class RepairSearch {

  private static final Comparator<Repair> CHEAPEST =
      Comparator.comparingInt(Repair::points).thenComparingInt(repair -> repair.changes().size());

  /** Two seconds or three; what is found after so many is nothing that people would do. */
  private static final int MOST_JUDGED = 4_000;

  private final Judge judge;
  private final Moves moves;

  RepairSearch(Judge judge, Moves moves) {
    this.judge = judge;
    this.moves = moves;
  }

  /**
   * What was found.
   *
   * @param isWhole whether everything was looked at, so that no repair found means there is none
   */
  record Found(List<Repair> repairs, boolean isWhole) {}

  /** Up to so many repairs, the cheapest first. */
  Found find(AssignmentPlan plan, int most) {
    PriorityQueue<Repair> open = new PriorityQueue<>(CHEAPEST);
    Set<Set<PlanChange>> seen = new HashSet<>();
    Set<AssignmentPlan> judged = new HashSet<>();
    List<Repair> found = new ArrayList<>();
    open.add(new Repair(List.of(), plan));
    while (!open.isEmpty() && found.size() < most) {
      if (!judge.mayGoOn() || judged.size() >= MOST_JUDGED) {
        return new Found(found, false);
      }
      Repair tried = open.remove();
      if (!seen.add(tried.parts())
          || found.stream().anyMatch(tried::holds)
          || !judged.add(tried.plan())) {
        continue;
      }
      Optional<StepVerdict> trouble = judge.firstTrouble(tried.plan());
      if (trouble.isEmpty()) {
        found.add(tried);
      } else {
        moves.against(trouble.get(), tried.plan()).stream()
            .filter(move -> !tried.touches(move.change()))
            .forEach(move -> open.add(with(tried, move)));
      }
    }
    return new Found(found, open.isEmpty());
  }

  private static Repair with(Repair repair, PricedChange change) {
    List<PricedChange> changes = new ArrayList<>(repair.changes());
    changes.add(change);
    return new Repair(changes, change.change().applyTo(repair.plan()));
  }
}
