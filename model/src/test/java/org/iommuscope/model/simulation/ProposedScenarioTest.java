package org.iommuscope.model.simulation;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.Environment.BackingViability;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Holder;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.testing.Scenario;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** Section 4.5 of the attach rules: three variants of the vfio-mdev-pci series. */
class ProposedScenarioTest {

  @Test
  void s78_a_sibling_and_then_the_mdev_go_to_one_guest() {
    agreed(t5()).play("A+01:00.0 -> OK\n A+%s -> OK_REUSED".formatted(U));
  }

  @Test
  void s79_the_mdev_and_then_a_sibling_do_too() {
    agreed(t5()).play("A+%s -> OK\n A+01:00.0 -> OK_REUSED".formatted(U));
  }

  @Test
  void s80_another_guest_does_not_get_the_mdev() {
    agreed(t5())
        .play(
            "A+01:00.0 -> OK\n B+%s -> Q8 EBUSY {01:00.0} m:failed to setup container for group 11"
                .formatted(U));
  }

  @Test
  void s81_another_guest_opens_the_siblings_group_and_fails_later() {
    agreed(t5())
        .play(
            "A+%s -> OK\n B+01:00.0 -> Q8 EBUSY {%s} m:failed to setup container for group 7: Failed to set iommu for container"
                .formatted(U, U));
  }

  @Test
  void s82_a_viommu_separates_them() {
    agreed(t5())
        .viommu("A")
        .play("A+01:00.0 slot=3.0 -> OK\n A+%s slot=4.0 -> Q8 EBUSY".formatted(U));
    agreed(t5())
        .viommu("A")
        .play("A+01:00.0 slot=3.0 bus=b0 -> OK\n A+%s slot=4.0 bus=b0 -> OK_REUSED".formatted(U));
  }

  @Test
  void s83_two_wrapped_functions_go_to_one_guest() {
    agreed(t6()).play("A+%s -> OK\n A+%s -> OK_REUSED".formatted(U0, U1));
  }

  @Test
  void s84_and_not_to_two() {
    agreed(t6()).play("A+%s -> OK\n B+%s -> Q8 EBUSY {%s}".formatted(U0, U1, U0));
  }

  @Test
  void s86_the_wrapped_function_is_used_as_its_mdev_only() {
    agreed(t5()).play("A+01:00.1 -> Q10 ENODEV {01:00.1}\n B+01:00.0 -> OK");
  }

  @Test
  void s88_the_group_is_free_when_the_last_of_it_was_given_back() {
    agreed(t5())
        .play(
            """
            A+01:00.0 -> OK
            A+%s -> OK_REUSED
            A-%s -> OK
            B+%s -> Q8 EBUSY
            A-01:00.0 -> OK
            B+%s -> OK
            """
                .formatted(U, U, U, U));
  }

  @Test
  void s89_as_posted_the_first_to_leave_detaches_the_others() {
    agreed(t5())
        .with(detachAsPosted())
        .play(
            "A+01:00.0 -> OK\n A+%s -> OK_REUSED\n A-%s -> UNSAFE {01:00.0}\n B+%s -> OK"
                .formatted(U, U, U));
  }

  @Test
  void s90_one_mdev_goes_to_one_guest() {
    agreed(t5()).play("A+%s -> OK\n B+%s -> Q4 EBUSY m:/dev/vfio/11".formatted(U, U));
  }

  @Test
  void s91_aux_domains_go_to_two_guests() {
    agreed(t10()).with(aux()).play("A+%s -> OK\n B+%s -> OK".formatted(FIRST, SECOND));
  }

  @Test
  void s92_s93_nobody_asks_for_the_viability_of_the_backing_group() {
    agreed(t12()).play("A+%s -> UNSAFE {01:00.0}".formatted(U));
    agreed(t12())
        .with(backingViability(BackingViability.STRICT))
        .play("A+%s -> Q8 {01:00.0}".formatted(U));
  }

  @Test
  void s95_a_host_driver_that_joins_a_used_group_kills_its_writer() {
    agreed(beside("vfio-pci").endpoint("01:00.2", 7, "-").build())
        .play("A+01:00.0 -> OK\n bind 01:00.2 nvme -> CRASH {01:00.0}");
  }

  @Test
  void nobody_notices_a_host_driver_beside_a_used_mdev() {
    agreed(beside("-").build())
        .play("A+%s -> OK\n bind 01:00.0 nvme -> UNSAFE {%s}".formatted(U, U));
  }

  @Test
  void s96_a_wrapped_function_makes_one_mdev() {
    agreed(t7()).play("create %s 0000:01:00.0 vfio-mdev-pci-type1 -> CREATE ENOSPC".formatted(U0));
    agreed(t5WithoutMdev())
        .play(
            """
            create %s 0000:01:00.1 vfio-mdev-pci-type1 -> OK
            create %s 0000:01:00.1 vfio-mdev-pci-type1 -> CREATE ENOSPC
            A+01:00.0 -> OK
            A+%s -> OK_REUSED
            """
                .formatted(U, U0, U));
  }

  /** Up to 5.12 the writer sees ENODEV, whatever the driver answers: the corrections' A10. */
  @Test
  void s97_bridges_and_pfs_with_vfs_are_not_wrapped() {
    agreed(
            new TestHost()
                .bridge("00:01.0", 7, "-")
                .pf("03:00.0", 8, "-", 4, "03:10.0")
                .vf("03:10.0", 9, "-", "03:00.0")
                .build())
        .play(
            """
            bind 00:01.0 vfio-mdev-pci -> PROBE ENODEV
            bind 03:00.0 vfio-mdev-pci -> PROBE ENODEV
            """);
  }

  @Test
  void s98_the_draft_counts_an_mdev_as_an_open() {
    draft(t5()).play("A+%s -> OK\n A+01:00.0 -> Q4 EBUSY {%s}".formatted(U, U));
    draft(t5()).play("A+01:00.0 -> OK\n A+%s -> Q8 EBUSY {01:00.0}".formatted(U));
    draft(t6()).play("A+%s -> OK\n A+%s -> Q8 EBUSY".formatted(U0, U1));
  }

  @Test
  void s100_the_draft_counts_down_when_the_guest_ends() {
    draft(t5())
        .play("A+%s -> OK\n B+01:00.0 -> Q4 EBUSY\n A! -> OK\n B+01:00.0 -> OK".formatted(U));
  }

  @Test
  void s102_s103_what_was_posted_last_serves_lone_functions() {
    on(t5(), "5.10").with(profile("proposed-singleton")).play("A+%s -> Q8 EINVAL".formatted(U));
    on(t7(), "5.10").with(profile("proposed-singleton")).play("A+%s -> OK".formatted(U));
    on(t7(), "5.10").with(profile("proposed-singleton")).play("A+01:00.0 -> Q4 ENOENT");
  }

  @Test
  void s147_the_driver_donates_before_there_is_an_mdev() {
    agreed(t5WithoutMdev()).play("A+01:00.0 -> OK");
  }

  @Test
  void s146_removing_an_mdev_in_use_waits() {
    agreed(t5())
        .play(
            "A+%s -> OK\n remove %s -> BLOCKS {%s}\n A! -> OK\n ... remove %s -> OK"
                .formatted(U, U, U, U));
  }

  @Test
  void the_verdict_names_the_backing_group_and_since_when_it_is_held() {
    Simulation simulation =
        agreed(t5()).play("A+01:00.0 -> OK\n A+%s -> OK_REUSED\n B+%s -> Q4 EBUSY".formatted(U, U));
    StepVerdict reused = simulation.verdict().steps().get(1);
    assertEquals(Optional.of(new GroupId(11)), reused.group());
    assertEquals(Optional.of(new GroupId(7)), reused.backingGroup());
    assertEquals(
        List.of(
            "the container of guest A has attached group 7 already, and " + U + " joins it there",
            "guest A has opened group 7 for 0000:01:00.0",
            U + " is backed by 0000:01:00.1 in IOMMU group 7",
            "group 11, which QEMU opens for it, was made for "
                + U
                + " alone: nothing in sysfs leads from there to the device behind"),
        reused.because().stream().map(Explainer::say).toList());
    StepVerdict other =
        agreed(t5())
            .play("A+01:00.0 -> OK\n B+%s -> Q8 EBUSY".formatted(U))
            .verdict()
            .steps()
            .get(1);
    Holder holder = new Holder(new GuestName("A"), DeviceRef.parse("0000:01:00.0"), 0);
    assertEquals(Optional.of(holder), other.heldBy());
    assertTrue(other.because().getFirst().because().size() >= 2);
  }

  private static Scenario agreed(HostTopology host) {
    return on(host, "5.10").with(profile("proposed-attach"));
  }

  private static Scenario draft(HostTopology host) {
    return on(host, "5.10").with(profile("proposed-open-count"));
  }
}
