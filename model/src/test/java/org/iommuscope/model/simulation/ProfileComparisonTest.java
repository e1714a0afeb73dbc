package org.iommuscope.model.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.BackedHosts;
import org.iommuscope.testing.TestHosts;
import org.junit.jupiter.api.Test;

class ProfileComparisonTest {

  private final AttachSimulator simulator = new AttachSimulator(LocalDate.of(2026, 11, 22));

  @Test
  void says_on_which_kernel_the_same_step_ends_differently() {
    ProfileComparison comparison =
        compare(
            TestHosts.t4r(),
            plan(guest("A", "0000:01:00.0")),
            RuleProfiles.VIABILITY_BACKED_MDEV,
            RuleProfiles.DMA_OWNER);

    assertEquals(List.of("refused on 5.10 at Q5, attaches on 6.12"), changes(comparison));
  }

  @Test
  void says_nothing_where_nothing_changes() {
    ProfileComparison comparison =
        compare(
            TestHosts.t1(),
            plan(guest("A", "0000:01:00.0"), guest("B", "0000:01:00.1")),
            RuleProfiles.VIABILITY,
            RuleProfiles.DMA_OWNER);

    assertEquals(List.of(), changes(comparison));
    assertEquals(2, comparison.rows().size());
    assertEquals(
        "refused on 5.1 and 6.12 at Q4 with EBUSY", comparison.say(comparison.rows().getLast()));
  }

  @Test
  void keeps_the_steps_beside_each_other_where_a_guest_does_not_start() {
    ProfileComparison comparison =
        compare(
            TestHosts.t4r(),
            plan(guest("A", "0000:01:00.0", "0000:01:00.1"), guest("B", "0000:00:1c.7")),
            RuleProfiles.VIABILITY,
            RuleProfiles.DMA_OWNER);

    assertEquals(
        List.of(
            "refused on 5.1 at Q5, attaches on 6.12",
            "not asked on 5.1, attaches with what its guest holds on 6.12",
            "refused on 5.1 at Q5, refused on 6.12 at Q4 with EBUSY"),
        changes(comparison));
  }

  @Test
  void names_a_proposal_and_not_the_kernel_by_which_it_was_read() {
    ProfileComparison comparison =
        compare(
            BackedHosts.t5(),
            plan(guest("A", "0000:01:00.0"), guest("B", BackedHosts.U)),
            RuleProfiles.VIABILITY_BACKED_MDEV,
            RuleProfiles.PROPOSED_ATTACH,
            RuleProfiles.PROPOSED_INHERIT);

    assertEquals(
        List.of(
            "refused on 5.10 at Q5, attaches under proposed-attach and under proposed-inherit",
            "refused on 5.10 at Q8 with EINVAL, refused under proposed-attach at Q8 with EBUSY,"
                + " refused under proposed-inherit at Q4 with EBUSY"),
        changes(comparison));
  }

  @Test
  void tells_twin_steps_apart() {
    GuestName guest = new GuestName("A");
    DeviceRef device = DeviceRef.parse("0000:01:00.0");
    AssignmentPlan twice =
        plan(guest("A", "0000:01:00.0", "0000:01:00.0"))
            .withSequence(Optional.of(List.of(new PlanStep.Start(guest))));

    ProfileComparison comparison =
        compare(TestHosts.t1(), twice, RuleProfiles.VIABILITY, RuleProfiles.DMA_OWNER);

    assertEquals(3, comparison.rows().size());
    assertEquals(Optional.of(device), comparison.rows().get(1).device());
    assertEquals(List.of(), changes(comparison));
  }

  private ProfileComparison compare(
      HostTopology host, AssignmentPlan plan, RuleProfile... profiles) {
    return simulator.compare(host, plan, List.of(profiles));
  }

  private static List<String> changes(ProfileComparison comparison) {
    return comparison.changes().stream().map(comparison::say).toList();
  }

  private static AssignmentPlan plan(Guest... guests) {
    return AssignmentPlan.EMPTY.withGuests(List.of(guests));
  }

  private static Guest guest(String name, String... devices) {
    return Guest.named(new GuestName(name))
        .withDevices(List.of(devices).stream().map(DeviceRef::parse).map(GuestDevice::of).toList());
  }
}
