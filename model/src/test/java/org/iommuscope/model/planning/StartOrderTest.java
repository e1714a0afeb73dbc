package org.iommuscope.model.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.testing.RandomHosts;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The order that works, against every order there is. */
class StartOrderTest {

  private static final AttachSimulator SIMULATOR = new AttachSimulator(LocalDate.of(2026, 11, 22));
  private static final GuestName A = new GuestName("A");
  private static final GuestName B = new GuestName("B");
  private static final DeviceRef GPU = DeviceRef.parse("0000:01:00.0");
  private static final DeviceRef AUDIO = DeviceRef.parse("0000:01:00.1");

  private static HostTopology card() {
    return new TestHost()
        .endpoint("0000:01:00.0", 1, "vfio-pci")
        .endpoint("0000:01:00.1", 1, "vfio-pci")
        .build();
  }

  private static AssignmentPlan shared(PlanStep... steps) {
    AssignmentPlan plan =
        new PlanChange.Assign(B, AUDIO)
            .applyTo(new PlanChange.Assign(A, GPU).applyTo(AssignmentPlan.EMPTY));
    return steps.length == 0 ? plan : plan.withSequence(Optional.of(List.of(steps)));
  }

  private static OrderAnswer of(HostTopology host, AssignmentPlan plan) {
    return new StartOrder(SIMULATOR, host, RuleProfiles.DMA_OWNER).of(plan);
  }

  @Test
  void names_the_pair_that_cannot_be_ordered() {
    var never = assertInstanceOf(OrderAnswer.Never.class, of(card(), shared()));
    assertEquals(List.of(A, B), never.guests());
    assertEquals("group-opens-once", never.steps().getFirst().rule().orElseThrow().text());
  }

  @Test
  void starts_one_when_the_other_has_stopped() {
    AssignmentPlan plan =
        shared(
            new PlanStep.Start(A),
            new PlanStep.Start(B),
            new PlanStep.Stop(A),
            new PlanStep.Stop(B));
    var found = assertInstanceOf(OrderAnswer.Reordered.class, of(card(), plan));
    assertEquals(
        List.of(
            new PlanStep.Start(A),
            new PlanStep.Stop(A),
            new PlanStep.Start(B),
            new PlanStep.Stop(B)),
        found.plan().steps());
  }

  @Test
  void leaves_an_order_that_works() {
    AssignmentPlan plan = new PlanChange.Assign(A, GPU).applyTo(AssignmentPlan.EMPTY);
    assertEquals(new OrderAnswer.AsWritten(plan), of(card(), plan));
  }

  @Test
  void finds_an_order_exactly_where_one_of_all_orders_works() {
    int orders = 0;
    for (int seed = 0; seed < 200; seed++) {
      RandomHosts random = RandomHosts.of("order " + seed, RandomHosts.Variant.SIMPLE);
      RuleProfile profile = RuleProfiles.of(random.host(), random.plan());
      AssignmentPlan plan = withStops(random.plan());
      boolean works = anyOrderWorks(random.host(), plan, profile);
      OrderAnswer answer = new StartOrder(SIMULATOR, random.host(), profile).of(plan);
      assertEquals(!works, answer instanceof OrderAnswer.Never, "seed " + seed + " " + answer);
      if (answer instanceof OrderAnswer.Reordered(AssignmentPlan reordered)) {
        orders++;
        assertTrue(isGranted(random.host(), reordered, profile), "seed " + seed);
      }
    }
    assertTrue(orders > 0, "reordered " + orders);
  }

  /** Each guest stops, so that orders differ in who runs beside whom. */
  private static AssignmentPlan withStops(AssignmentPlan plan) {
    List<PlanStep> steps = new ArrayList<>();
    plan.guests().stream().limit(3).forEach(g -> steps.add(new PlanStep.Start(g.name())));
    plan.guests().stream().limit(3).forEach(g -> steps.add(new PlanStep.Stop(g.name())));
    return plan.withGuests(plan.guests().stream().limit(3).toList())
        .withSequence(Optional.of(steps));
  }

  private static boolean anyOrderWorks(
      HostTopology host, AssignmentPlan plan, RuleProfile profile) {
    return permutations(plan.steps()).stream()
        .filter(StartOrderTest::startsBeforeItStops)
        .anyMatch(steps -> isGranted(host, plan.withSequence(Optional.of(steps)), profile));
  }

  private static boolean isGranted(HostTopology host, AssignmentPlan plan, RuleProfile profile) {
    return SIMULATOR.run(host, plan, profile).verdict().outcome() != Outcome.REFUSED;
  }

  private static boolean startsBeforeItStops(List<PlanStep> steps) {
    return steps.stream()
        .filter(PlanStep.Start.class::isInstance)
        .map(PlanStep.Start.class::cast)
        .allMatch(start -> steps.indexOf(start) < steps.indexOf(new PlanStep.Stop(start.guest())));
  }

  private static List<List<PlanStep>> permutations(List<PlanStep> steps) {
    if (steps.isEmpty()) {
      return List.of(List.of());
    }
    List<List<PlanStep>> all = new ArrayList<>();
    for (PlanStep first : steps) {
      List<PlanStep> rest = new ArrayList<>(steps);
      rest.remove(first);
      for (List<PlanStep> end : permutations(rest)) {
        List<PlanStep> one = new ArrayList<>(List.of(first));
        one.addAll(end);
        all.add(one);
      }
    }
    return all;
  }
}
