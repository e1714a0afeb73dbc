package org.iommuscope.model.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.testing.BackedHosts;
import org.junit.jupiter.api.Test;

/** Two mdevs of one function alone in group 7; their own groups are 30 and 31. */
class StandingTest {

  private static final GuestName A = new GuestName("A");
  private static final DeviceRef PARENT = DeviceRef.parse("0000:01:00.0");
  private static final DeviceRef FIRST = DeviceRef.parse(BackedHosts.FIRST);
  private static final DeviceRef SECOND = DeviceRef.parse(BackedHosts.SECOND);

  @Test
  void names_the_group_behind_an_mdev_its_holder_and_its_siblings() {
    List<String> said = simulate(given(FIRST)).standingOf(SECOND).orElseThrow().sentences();
    assertEquals("Group 7 of 0000:01:00.0 really isolates it.", said.get(0));
    assertTrue(said.get(1).startsWith("Its own group 31 hides that"), said.get(1));
    assertEquals(
        "Guest A holds group 7 by "
            + FIRST
            + " since step 1; it is free again when the guest stops or gives "
            + FIRST
            + " back.",
        said.get(2));
    assertTrue(said.get(3).contains(FIRST.text()), said.get(3));
  }

  @Test
  void says_since_when_a_group_is_free_again() {
    AssignmentPlan plan =
        given(FIRST)
            .withSequence(Optional.of(List.of(new PlanStep.Start(A), new PlanStep.Stop(A))));
    List<String> said = simulate(plan).standingOf(FIRST).orElseThrow().sentences();
    assertEquals("Nobody holds group 7 when the plan is done.", said.get(2));
    assertEquals(
        "Guest A held group 7 from step 1 on; it is free again since step 2.", said.get(3));
  }

  @Test
  void knows_that_a_parent_isolates_its_mdevs() {
    Standing parent = simulate(given(FIRST)).standingOf(PARENT).orElseThrow();
    assertEquals(List.of(FIRST, SECOND), parent.siblings());
  }

  @Test
  void leaves_an_mdev_of_the_vendor_to_its_driver() {
    AssignmentPlan plan = given(FIRST).withAnnotations(Map.of(FIRST, Annotation.backedByNothing()));
    Standing standing = simulate(plan).standingOf(FIRST).orElseThrow();
    assertTrue(standing.sentences().getFirst().startsWith("Its vendor's driver isolates it"));
    assertFalse(simulate(plan).standingOf(PARENT).isPresent());
  }

  @Test
  void says_how_a_wrapped_function_is_given() {
    AssignmentPlan plan = AssignmentPlan.EMPTY.withProfile(Optional.of("viability-backed-mdev"));
    Simulation simulation = new AttachSimulator(LocalDate.EPOCH).run(BackedHosts.t16(), plan);
    List<String> said = simulation.standingOf(PARENT).orElseThrow().sentences();
    assertTrue(said.getLast().startsWith("It is wrapped"), said.getLast());
  }

  private static AssignmentPlan given(DeviceRef device) {
    Annotation behind = Annotation.backedBy(PARENT);
    return new PlanChange.Assign(A, device)
        .applyTo(AssignmentPlan.EMPTY)
        .withProfile(Optional.of("viability-backed-mdev"))
        .withAnnotations(Map.of(FIRST, behind, SECOND, behind));
  }

  private static Simulation simulate(AssignmentPlan plan) {
    return new AttachSimulator(LocalDate.EPOCH).run(BackedHosts.t10(), plan);
  }
}
