package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;

/** The steps of a plan as chains that keep their order: one for each guest, one for the host. */
record Chains(List<List<Chains.Link>> chains) {

  /**
   * A step in its chain.
   *
   * @param at its place in the plan's own order
   */
  record Link(int at, PlanStep step) {}

  static Chains of(List<PlanStep> steps) {
    Map<Optional<GuestName>, List<Link>> chains = new LinkedHashMap<>();
    for (int at = 0; at < steps.size(); at++) {
      chains
          .computeIfAbsent(guestOf(steps.get(at)), none -> new ArrayList<>())
          .add(new Link(at, steps.get(at)));
    }
    return new Chains(List.copyOf(chains.values()));
  }

  /** Those of these guests, and the host's. */
  Chains of(Set<GuestName> guests) {
    return new Chains(
        chains.stream()
            .filter(chain -> guestOf(chain.getFirst().step()).map(guests::contains).orElse(true))
            .toList());
  }

  boolean hasHostSteps() {
    return chains.stream().anyMatch(chain -> guestOf(chain.getFirst().step()).isEmpty());
  }

  /** The steps in the plan's own order. */
  List<PlanStep> asWritten() {
    return chains.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Link::at))
        .map(Link::step)
        .toList();
  }

  int length() {
    return chains.stream().mapToInt(List::size).sum();
  }

  /** The chains that are not at their ends, the one whose next step is written first first. */
  List<Integer> next(int[] positions) {
    return IntStream.range(0, chains.size())
        .filter(chain -> positions[chain] < chains.get(chain).size())
        .boxed()
        .sorted(Comparator.comparingInt(chain -> link(chain, positions).at()))
        .toList();
  }

  Link link(int chain, int[] positions) {
    return chains.get(chain).get(positions[chain]);
  }

  /** Orders of chains that have nothing to do with each other as one, near to the plan's own. */
  static List<PlanStep> merged(List<List<Link>> orders) {
    List<PlanStep> steps = new ArrayList<>();
    List<List<Link>> left = new ArrayList<>(orders);
    left.removeIf(List::isEmpty);
    while (!left.isEmpty()) {
      List<Link> first =
          Collections.min(left, Comparator.comparingInt(order -> order.getFirst().at()));
      steps.add(first.getFirst().step());
      left.remove(first);
      if (first.size() > 1) {
        left.add(first.subList(1, first.size()));
      }
    }
    return steps;
  }

  static Optional<GuestName> guestOf(PlanStep step) {
    return switch (step.plain()) {
      case PlanStep.Start(GuestName guest) -> Optional.of(guest);
      case PlanStep.Stop(GuestName guest) -> Optional.of(guest);
      case PlanStep.Attach(GuestName guest, var device) -> Optional.of(guest);
      case PlanStep.Detach(GuestName guest, var device) -> Optional.of(guest);
      default -> Optional.empty();
    };
  }
}
