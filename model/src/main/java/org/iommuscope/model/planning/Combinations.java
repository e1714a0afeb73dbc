package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;

/** Repairs of a whole plan, put together from those of its parts. */
final class Combinations {

  private Combinations() {}

  /** The best of each part, and then each of the others in turn; the cheapest first. */
  static List<Repair> of(AssignmentPlan plan, List<List<Repair>> choices, int most) {
    List<Repair> best = choices.stream().map(List::getFirst).toList();
    Stream<Repair> others =
        Stream.iterate(0, part -> part < choices.size(), part -> part + 1)
            .flatMap(part ->
                choices.get(part).stream().skip(1).map(other -> with(plan, best, part, other)));
    return Stream.concat(Stream.of(together(plan, best)), others)
        .sorted(Comparator.comparingInt(Repair::points))
        .limit(most)
        .toList();
  }

  private static Repair with(AssignmentPlan plan, List<Repair> best, int part, Repair other) {
    List<Repair> chosen = new ArrayList<>(best);
    chosen.set(part, other);
    return together(plan, chosen);
  }

  private static Repair together(AssignmentPlan plan, List<Repair> parts) {
    List<PricedChange> changes = parts.stream().flatMap(part -> part.changes().stream()).toList();
    AssignmentPlan changed = plan;
    for (PricedChange change : changes) {
      changed = change.change().applyTo(changed);
    }
    return new Repair(changes, changed);
  }
}
