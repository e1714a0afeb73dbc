package org.iommuscope.model.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.testing.RandomHosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repairs are the cheapest there are, and contradictions the smallest, on small random hosts. */
class PlanRepairTest {

  private static final AttachSimulator SIMULATOR = new AttachSimulator(LocalDate.of(2026, 11, 22));

  private static final int HOSTS = 70;
  private static final int CHANGES = 2;
  private static final int ENOUGH = 6;

  private static final List<Broken> BROKEN = broken();

  /** A plan that guests alone make up, and that something is wrong with. */
  private record Broken(
      String seed, RandomHosts random, RuleProfile profile, Judge judge, RepairAnswer answer) {}

  @Test
  void is_as_cheap_as_the_best_of_all_sets_of_changes() {
    AtomicInteger compared = new AtomicInteger();
    forEachBroken(broken -> {
      Optional<Repair> best =
          new BruteForce(broken.random().host(), broken.judge())
              .best(broken.random().plan(), CHANGES);
      if (best.isPresent()) {
        compared.incrementAndGet();
        var repaired =
            assertInstanceOf(RepairAnswer.Repaired.class, broken.answer(), broken.seed());
        int points = repaired.repairs().getFirst().points();
        assertTrue(points <= best.get().points(), broken.seed() + best.get().changes());
      }
    });
    assertTrue(compared.get() > ENOUGH, "compared " + compared);
  }

  /**
   * Plans with iommufd, buses and old kernels, on hosts with wrapped functions; in the first two
   * only another guest can have the device.
   */
  @ParameterizedTest
  @ValueSource(ints = {21, 98, 3, 14, 29, 40, 57, 77})
  void is_as_cheap_where_plans_say_more(int number) {
    List<RuleProfile> profiles = RuleProfiles.all();
    RuleProfile profile = profiles.get(number % profiles.size());
    RandomHosts random = RandomHosts.of("repair " + number, RandomHosts.Variant.PLAIN);
    AssignmentPlan plan = random.plan().withSequence(Optional.empty());
    Judge judge = new Judge(SIMULATOR, random.host(), profile, () -> false, Integer.MAX_VALUE);

    RepairAnswer answer = new PlanRepair(SIMULATOR, random.host(), profile).of(plan, () -> false);

    new BruteForce(random.host(), judge)
        .best(plan, CHANGES)
        .filter(best -> best.points() > 0)
        .ifPresent(best -> {
          var repaired = assertInstanceOf(RepairAnswer.Repaired.class, answer);
          assertTrue(repaired.repairs().getFirst().points() <= best.points(), best::toString);
        });
  }

  @Test
  void proves_each_repair_and_leaves_nothing_out_of_the_first() {
    forEachBroken(broken -> {
      if (broken.answer() instanceof RepairAnswer.Repaired(List<Repair> repairs)) {
        for (Repair repair : repairs) {
          AssignmentPlan changed = repair.change().applyTo(broken.random().plan());
          assertEquals(repair.plan(), changed, broken.seed());
          assertEquals(Optional.empty(), broken.judge().firstTrouble(changed), broken.seed());
        }
        repairs.getFirst().changes().forEach(spared -> refuseWithout(spared, broken, repairs));
      }
    });
  }

  private static void refuseWithout(PricedChange spared, Broken broken, List<Repair> repairs) {
    AssignmentPlan changed = broken.random().plan();
    for (PricedChange change : repairs.getFirst().changes()) {
      changed = change.equals(spared) ? changed : change.change().applyTo(changed);
    }
    assertTrue(
        broken.judge().firstTrouble(changed).isPresent(), broken.seed() + " without " + spared);
  }

  @Test
  void names_wishes_of_which_any_one_less_would_do() {
    AtomicInteger found = new AtomicInteger();
    forEachBroken(broken -> {
      if (broken.answer()
          instanceof RepairAnswer.Contradiction(List<Wish> wishes, var steps, var ordered)) {
        found.incrementAndGet();
        assertTrue(!steps.isEmpty(), broken.seed());
        AssignmentPlan core = only(wishes, broken.random().plan());
        assertInstanceOf(RepairAnswer.Contradiction.class, repair(broken, core), broken.seed());
        for (Wish wish : wishes) {
          RepairAnswer without = repair(broken, wish.dropFrom(core));
          assertTrue(!(without instanceof RepairAnswer.Contradiction), broken.seed() + wish);
        }
      }
    });
    assertTrue(found.get() > 3, "found " + found);
  }

  @Test
  void stops_when_nobody_wants_to_know_any_more() {
    RandomHosts random = RandomHosts.of("repair 1");
    PlanRepair repair = new PlanRepair(SIMULATOR, random.host(), RuleProfiles.DMA_OWNER);

    assertInstanceOf(RepairAnswer.Cancelled.class, repair.of(random.plan(), () -> true));
  }

  private static AssignmentPlan only(List<Wish> wishes, AssignmentPlan plan) {
    AssignmentPlan core = plan;
    for (Wish wish : Wish.of(plan)) {
      core = wishes.contains(wish) ? core : wish.dropFrom(core);
    }
    return core;
  }

  private static RepairAnswer repair(Broken broken, AssignmentPlan plan) {
    return new PlanRepair(SIMULATOR, broken.random().host(), broken.profile())
        .of(plan, () -> false);
  }

  private interface Law {
    void check(Broken broken);
  }

  private static void forEachBroken(Law law) {
    BROKEN.forEach(law::check);
  }

  private static List<Broken> broken() {
    List<RuleProfile> profiles = RuleProfiles.all();
    List<Broken> found = new ArrayList<>();
    for (int number = 0; number < HOSTS; number++) {
      String seed = "repair " + number;
      RandomHosts random = RandomHosts.of(seed, RandomHosts.Variant.SIMPLE);
      RuleProfile profile = profiles.get(number % profiles.size());
      Judge judge = new Judge(SIMULATOR, random.host(), profile, () -> false, Integer.MAX_VALUE);
      if (random.plan().sequence().isEmpty() && judge.firstTrouble(random.plan()).isPresent()) {
        RepairAnswer answer =
            new PlanRepair(SIMULATOR, random.host(), profile).of(random.plan(), () -> false);
        found.add(new Broken(seed + ", " + profile.id() + " ", random, profile, judge, answer));
      }
    }
    return found;
  }
}
