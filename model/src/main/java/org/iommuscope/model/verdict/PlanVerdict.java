package org.iommuscope.model.verdict;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * The answer to a plan.
 *
 * @param profile id of the rule profile that was asked
 * @param assumed the defaults that a step leaned on
 */
public record PlanVerdict(String profile, SequencedSet<String> assumed, List<StepVerdict> steps) {

  public PlanVerdict {
    assumed = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(new TreeSet<>(assumed)));
    steps = List.copyOf(steps);
  }

  /** {@code ATTACHES}, {@code REFUSED} or {@code UNDECIDED}; the worst that counts. */
  public Outcome outcome() {
    if (steps.stream().anyMatch(StepVerdict::counts)) {
      return Outcome.REFUSED;
    }
    boolean open = steps.stream().anyMatch(step -> step.outcome() == Outcome.UNDECIDED);
    return open ? Outcome.UNDECIDED : Outcome.ATTACHES;
  }
}
