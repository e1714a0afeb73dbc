package org.iommuscope.model.simulation;

import static org.iommuscope.model.simulation.RandomCases.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Holder;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.testing.RandomHosts;
import org.junit.jupiter.api.Test;

/** What holds of every plan on every host, tried on thousands of random ones. */
class PlanLawsTest {

  private final AttachSimulator simulator = new AttachSimulator(LocalDate.of(2026, 11, 22));

  @Test
  void the_same_plan_gets_the_same_verdict() {
    forAll((random, profile, seed) ->
        assertEquals(
            run(random, profile).verdict(),
            run(RandomHosts.of(RandomCases.seedOf(seed)), profile).verdict(),
            seed));
  }

  @Test
  void a_refused_step_leaves_the_state_as_it_was() {
    forAll((random, profile, seed) -> {
      List<PlanStep> steps = random.plan().steps();
      for (int count = 1; count <= steps.size(); count++) {
        Simulation before = prefix(random, profile, count - 1);
        Simulation after = prefix(random, profile, count);
        if (isPlainRefusal(before, after)) {
          assertEquals(holders(random, before), holders(random, after), seed);
          assertEquals(drivers(random, before), drivers(random, after), seed);
        }
      }
    });
  }

  @Test
  void no_two_guests_own_the_dma_of_one_group() {
    forAll((random, profile, seed) -> {
      Simulation simulation = run(random, profile);
      boolean broken =
          simulation.verdict().steps().stream().anyMatch(step -> step.outcome() == Outcome.UNSAFE);
      Map<GroupId, GuestName> owners = new HashMap<>();
      for (var guest : broken ? List.<Guest>of() : random.plan().guests()) {
        for (DeviceRef device : simulation.devicesOf(guest.name())) {
          owned(random, simulation, guest.name(), device)
              .ifPresent(group ->
                  assertEquals(
                      guest.name(),
                      owners.computeIfAbsent(group, first -> guest.name()),
                      seed + " " + group));
        }
      }
    });
  }

  /** The group whose one domain a device takes; none for an aux domain and a vendor's mdev. */
  private static Optional<GroupId> owned(
      RandomHosts random, Simulation simulation, GuestName guest, DeviceRef device) {
    boolean aux =
        DependsOn.of(random.host(), random.plan(), device).stream()
            .map(name -> random.plan().annotations().get(name))
            .anyMatch(said -> said != null && said.aux().orElse(false));
    return simulation.verdict().steps().reversed().stream()
        .filter(step -> step.action() == Action.ATTACH)
        .filter(step -> step.guest().equals(Optional.of(guest)))
        .filter(step -> step.device().equals(Optional.of(device)))
        .findFirst()
        .filter(step -> !aux)
        .flatMap(StepVerdict::backingGroup);
  }

  @Test
  void giving_everything_back_returns_to_the_start_but_for_tokens() {
    forAll((random, profile, seed) -> {
      List<PlanStep> steps =
          new ArrayList<>(random.plan().steps().stream().filter(PlanLawsTest::isOfGuest).toList());
      Simulation full = after(random, profile, steps);
      for (Guest guest : random.plan().guests()) {
        full.devicesOf(guest.name())
            .forEach(device -> steps.add(new PlanStep.Detach(guest.name(), device)));
      }
      assertEquals(
          StateWords.of(random, after(random, profile, List.of())),
          StateWords.of(random, after(random, profile, steps)),
          seed);
    });
  }

  private static boolean isOfGuest(PlanStep step) {
    return step instanceof PlanStep.Start
        || step instanceof PlanStep.Attach
        || step instanceof PlanStep.Detach;
  }

  @Test
  void stopping_everything_lets_go_of_everything() {
    forAll((random, profile, seed) -> {
      List<PlanStep> steps = new ArrayList<>(random.plan().steps());
      Simulation full = run(random, profile);
      random.plan().guests().stream()
          .filter(guest -> full.isRunning(guest.name()))
          .forEach(guest -> steps.add(new PlanStep.Stop(guest.name())));
      Simulation stopped =
          simulator.run(random.host(), random.plan().withSequence(Optional.of(steps)), profile);
      assertEquals(Set.of(), holders(random, stopped), seed);
      assertEquals(List.of(), stopped.end().departures(), seed);
    });
  }

  @Test
  void the_first_fix_removes_its_refusal() {
    forAll((random, profile, seed) -> {
      for (StepVerdict step : run(random, profile).verdict().steps()) {
        if (step.outcome().isBad() && !step.fixes().isEmpty()) {
          AssignmentPlan fixed = step.fixes().getFirst().change().applyTo(random.plan());
          boolean remains =
              simulator.run(random.host(), fixed, profile).verdict().steps().stream()
                  .anyMatch(other -> isSame(step, other));
          assertTrue(
              !remains, seed + ": " + Explainer.say(step.fixes().getFirst()) + " for " + step);
        }
      }
    });
  }

  @Test
  void every_refusal_says_who_and_why() {
    forAll((random, profile, seed) -> {
      for (StepVerdict step : run(random, profile).verdict().steps()) {
        if (step.outcome().isBad() || step.outcome() == Outcome.UNDECIDED) {
          assertTrue(step.rule().isPresent(), seed + step);
          assertTrue(!step.because().isEmpty(), seed + step);
          step.because().forEach(cause -> assertTrue(!Explainer.say(cause).isBlank(), seed));
        }
        boolean attach = step.action() == Action.ATTACH && step.outcome() == Outcome.REFUSED;
        assertTrue(!attach || step.message().isPresent() || step.at().isEmpty(), seed + step);
      }
    });
  }

  private Simulation run(RandomHosts random, RuleProfile profile) {
    return simulator.run(random.host(), random.plan(), profile);
  }

  private Simulation prefix(RandomHosts random, RuleProfile profile, int count) {
    return after(random, profile, random.plan().steps().subList(0, count));
  }

  private Simulation after(RandomHosts random, RuleProfile profile, List<PlanStep> steps) {
    return simulator.run(random.host(), random.plan().withSequence(Optional.of(steps)), profile);
  }

  /** One step more, and nothing but a refusal to show for it. */
  private static boolean isPlainRefusal(Simulation before, Simulation after) {
    List<StepVerdict> more =
        after
            .verdict()
            .steps()
            .subList(before.verdict().steps().size(), after.verdict().steps().size());
    return !more.isEmpty() && more.getFirst().outcome() == Outcome.REFUSED && more.size() == 1;
  }

  private static Set<String> holders(RandomHosts random, Simulation simulation) {
    Set<String> holders = new HashSet<>();
    random
        .host()
        .groups()
        .keySet()
        .forEach(group ->
            simulation
                .end()
                .vfioGroup(group)
                .filter(open -> open.file().filter(PlanLawsTest::isOutsiders).isEmpty())
                .ifPresent(open -> holders.add(group + ": " + open)));
    return holders;
  }

  /** Somebody who had the group open before the plan, and of whom the plan does not speak. */
  private static boolean isOutsiders(Handle file) {
    return file.guest().text().equals("somebody");
  }

  private static List<String> drivers(RandomHosts random, Simulation simulation) {
    return random.host().devices().keySet().stream()
        .map(ref -> ref + " " + simulation.end().device(ref))
        .toList();
  }

  private static boolean isSame(StepVerdict one, StepVerdict other) {
    return other.outcome() == one.outcome()
        && other.rule().equals(one.rule())
        && other.action() == one.action()
        && other.guest().equals(one.guest())
        && other.heldBy().map(Holder::guest).equals(one.heldBy().map(Holder::guest))
        && other.device().equals(one.device());
  }
}
