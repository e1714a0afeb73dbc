package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * Finds an order of a plan's steps in which none is refused. The steps of each guest keep their
 * order, and so do those of the host. Guests that share no group, PF or mdev parent are ordered
 * apart; up to {@link #MOST} judged beginnings of a part the answer is exact.
 */
public final class StartOrder {

  /** How many beginnings of orders are judged before the search gives up. */
  static final int MOST = 4_000;

  /** The same for a pair, whose orders are few. */
  private static final int MOST_OF_PAIR = 100;

  private final AttachSimulator simulator;
  private final HostTopology host;
  private final RuleProfile profile;

  public StartOrder(AttachSimulator simulator, HostTopology host, RuleProfile profile) {
    this.simulator = simulator;
    this.host = host;
    this.profile = profile;
  }

  /** The order that works for a plan, the plan's own before any other. */
  public OrderAnswer of(AssignmentPlan plan) {
    Chains chains = Chains.of(plan.steps());
    if (troubles(plan, chains).isEmpty()) {
      return new OrderAnswer.AsWritten(plan);
    }
    List<List<Chains.Link>> orders = new ArrayList<>();
    for (Set<GuestName> guests : parts(plan, chains)) {
      Chains part = chains.of(guests);
      Optional<OrderAnswer> never =
          troubles(plan, part).isEmpty() ? Optional.empty() : never(plan, chains, guests);
      if (never.isPresent()) {
        return never.get();
      }
      OrderSearch search = new OrderSearch(judge(MOST), plan, part);
      Optional<List<Chains.Link>> found = search.find();
      if (found.isEmpty()) {
        return search.hasGivenUp()
            ? new OrderAnswer.GaveUp(MOST)
            : new OrderAnswer.Never(List.copyOf(guests), troubles(plan, part));
      }
      orders.add(found.get());
    }
    return new OrderAnswer.Reordered(plan.withSequence(Optional.of(Chains.merged(orders))));
  }

  private Judge judge(int limit) {
    return new Judge(simulator, host, profile, () -> false, limit);
  }

  /** Where the host takes steps, they may tie any guest to any. */
  private List<Set<GuestName>> parts(AssignmentPlan plan, Chains chains) {
    if (!chains.hasHostSteps()) {
      return new PlanParts(host).tied(plan);
    }
    Set<GuestName> all = new LinkedHashSet<>();
    plan.guests().stream().map(Guest::name).forEach(all::add);
    return List.of(all);
  }

  /** One guest that does not start even alone, or a pair that no order lets start both. */
  private Optional<OrderAnswer> never(AssignmentPlan plan, Chains chains, Set<GuestName> part) {
    List<GuestName> guests = List.copyOf(part);
    Stream<Set<GuestName>> alone = guests.stream().map(Set::of);
    Stream<Set<GuestName>> pairs =
        guests.stream()
            .flatMap(one ->
                guests.stream()
                    .skip(guests.indexOf(one) + 1L)
                    .map(other -> (Set<GuestName>) new LinkedHashSet<>(List.of(one, other))));
    return Stream.concat(alone, pairs)
        .filter(asked -> isImpossible(plan, chains.of(asked)))
        .<OrderAnswer>map(
            asked -> new OrderAnswer.Never(List.copyOf(asked), troubles(plan, chains.of(asked))))
        .findFirst();
  }

  private boolean isImpossible(AssignmentPlan plan, Chains asked) {
    OrderSearch search = new OrderSearch(judge(MOST_OF_PAIR), plan, asked);
    return search.find().isEmpty() && !search.hasGivenUp();
  }

  private List<StepVerdict> troubles(AssignmentPlan plan, Chains chains) {
    List<PlanStep> steps = chains.asWritten();
    return judge(1).run(plan.withSequence(Optional.of(steps))).verdict().steps().stream()
        .filter(StepVerdict::counts)
        .toList();
  }
}
