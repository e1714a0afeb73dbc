package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * The least set of changes that makes a plan lawful, or the smallest set of wishes that contradict
 * each other. Guests that share nothing are repaired apart, and the whole is judged again.
 */
public final class PlanRepair {

  private static final int MOST_JUDGED = 20_000;
  private static final int MOST_SHOWN = 5;

  private final AttachSimulator simulator;
  private final HostTopology host;
  private final RuleProfile profile;
  private final Kinds kinds;

  public PlanRepair(AttachSimulator simulator, HostTopology host, RuleProfile profile) {
    this.simulator = simulator;
    this.host = host;
    this.profile = profile;
    this.kinds = new Kinds(host);
  }

  /**
   * Looks for repairs of a plan.
   *
   * @param cancelled asked before each plan that is judged
   */
  public RepairAnswer of(AssignmentPlan plan, BooleanSupplier cancelled) {
    Judge judge = new Judge(simulator, host, profile, cancelled, MOST_JUDGED);
    if (judge.firstTrouble(plan).isEmpty()) {
      return new RepairAnswer.Lawful();
    }
    RepairAnswer answer = ofParts(plan, judge);
    return judge.isCancelled() ? new RepairAnswer.Cancelled() : answer;
  }

  private RepairAnswer ofParts(AssignmentPlan plan, Judge judge) {
    List<List<Repair>> choices = new ArrayList<>();
    Set<DeviceRef> taken = new HashSet<>();
    Wish.of(plan).forEach(wish -> taken.add(wish.device()));
    for (AssignmentPlan part : new PlanParts(host).of(plan)) {
      if (judge.firstTrouble(part).isEmpty()) {
        continue;
      }
      Searches searches = searches(judge, taken);
      RepairSearch.Found found = searches.find(part);
      if (found.repairs().isEmpty()) {
        return found.isWhole() ? contradiction(part, searches.wide(), judge) : gaveUp();
      }
      choices.add(found.repairs());
      Wish.of(found.repairs().getFirst().plan()).forEach(wish -> taken.add(wish.device()));
    }
    List<Repair> proved =
        Combinations.of(plan, choices, MOST_SHOWN).stream()
            .filter(repair -> judge.firstTrouble(repair.plan()).isEmpty())
            .toList();
    return proved.isEmpty() ? ofWhole(plan, judge) : new RepairAnswer.Repaired(proved);
  }

  /** Repairs of parts may get into each other's way; then nothing is repaired apart. */
  private RepairAnswer ofWhole(AssignmentPlan plan, Judge judge) {
    Set<DeviceRef> taken = new HashSet<>();
    Wish.of(plan).forEach(wish -> taken.add(wish.device()));
    RepairSearch.Found found = searches(judge, taken).find(plan);
    return found.repairs().isEmpty() ? gaveUp() : new RepairAnswer.Repaired(found.repairs());
  }

  private Searches searches(Judge judge, Set<DeviceRef> taken) {
    Alike alike = new Alike(host, kinds, taken);
    return new Searches(
        new RepairSearch(judge, new Moves(host, alike, false)),
        new RepairSearch(judge, new Moves(host, alike, true)));
  }

  /**
   * A search that leaves each device to the guest that wishes for it, and one that does not.
   *
   * @param near quick, and enough where it finds what costs no more than moving a wish
   */
  private record Searches(RepairSearch near, RepairSearch wide) {

    RepairSearch.Found find(AssignmentPlan part) {
      if (isHopeless(part)) {
        return new RepairSearch.Found(List.of(), true);
      }
      RepairSearch.Found found = near.find(part, MOST_SHOWN);
      boolean isCheap =
          !found.repairs().isEmpty()
              && found.repairs().getFirst().points() <= Price.WISH_MOVED.points();
      if (isCheap || !found.isWhole() && found.repairs().isEmpty()) {
        return found;
      }
      RepairSearch.Found wider = wide.find(part, MOST_SHOWN);
      return wider.repairs().isEmpty() && !found.repairs().isEmpty() ? found : wider;
    }

    /** A wish that no change can grant, whatever the others are, is cheap to look for alone. */
    private boolean isHopeless(AssignmentPlan part) {
      return Wish.of(part).stream()
          .map(wish -> wide.find(wish.aloneIn(part), 1))
          .anyMatch(found -> found.repairs().isEmpty() && found.isWhole());
    }
  }

  private static RepairAnswer gaveUp() {
    return new RepairAnswer.GaveUp(MOST_JUDGED);
  }

  /** Leaves out each wish that is not needed for the trouble; what stays contradicts itself. */
  private static RepairAnswer contradiction(AssignmentPlan part, RepairSearch search, Judge judge) {
    for (Wish wish : Wish.of(part)) {
      AssignmentPlan alone = wish.aloneIn(part);
      RepairSearch.Found found = search.find(alone, 1);
      if (found.repairs().isEmpty() && found.isWhole()) {
        return contradiction(alone, judge);
      }
    }
    AssignmentPlan core = part;
    for (Wish wish : Wish.of(part)) {
      AssignmentPlan without = wish.dropFrom(core);
      RepairSearch.Found found = search.find(without, 1);
      if (found.repairs().isEmpty() && !found.isWhole()) {
        return gaveUp();
      }
      if (found.repairs().isEmpty()) {
        core = without;
      }
    }
    return contradiction(core, judge);
  }

  private static RepairAnswer contradiction(AssignmentPlan core, Judge judge) {
    List<StepVerdict> steps =
        judge.run(core).verdict().steps().stream().filter(Judge::isTrouble).toList();
    return steps.stream().anyMatch(StepVerdict::counts)
        ? new RepairAnswer.Contradiction(Wish.of(core), steps, core.sequence().isPresent())
        : new RepairAnswer.Unanswered(steps);
  }
}
