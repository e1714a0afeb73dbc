package org.iommuscope.model.simulation;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.iommuscope.model.plan.Environment.MdevBacking;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Holder;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** Section 4.4 of the attach rules: mdevs with an IOMMU behind them, Linux 5.2 to 5.15. */
class BackedMdevScenarioTest {

  @Test
  void s63_one_mdev_goes_to_one_guest() {
    on(t7(), "5.10").play("A+%s -> OK\n B+%s -> Q4 EBUSY m:/dev/vfio/11".formatted(U, U));
  }

  @Test
  void s64_a_function_of_a_shared_group_is_of_no_use() {
    on(t5(), "5.10")
        .play(
            "A+%s -> Q8 EINVAL {01:00.0} m:Failed to set iommu for container: Invalid argument"
                .formatted(U));
  }

  @Test
  void s65_the_root_port_counts() {
    on(t16(), "5.10").play("A+%s -> Q8 EINVAL {00:01.0}".formatted(U));
  }

  @Test
  void s66_the_sibling_is_of_no_use_either() {
    on(t5(), "5.10").play("A+01:00.0 -> Q5 {01:00.1}");
  }

  @Test
  void s67_the_second_mdev_of_a_function_is_refused_in_another_guest() {
    on(t10(), "5.10")
        .with(backed())
        .play("A+%s -> OK\n B+%s -> Q8 EBUSY {%s}".formatted(FIRST, SECOND, FIRST));
  }

  @Test
  void the_second_mdev_of_a_function_is_refused_in_the_same_guest_too() {
    on(t10(), "5.10")
        .with(backed())
        .play(
            "A+%s -> OK\n A+%s -> Q8 EBUSY m:failed to setup container for group 31"
                .formatted(FIRST, SECOND));
  }

  @Test
  void s69_aux_domains_let_two_guests_share_a_function() {
    on(t10(), "5.10")
        .with(aux())
        .play("A+%s -> OK\n B+%s -> OK\n B+%s -> Q4 EBUSY".formatted(FIRST, SECOND, FIRST));
  }

  @Test
  void s71_aux_domains_want_an_iommu_that_has_them() {
    on(t10(), "5.10").with(aux()).with(withoutAux()).play("A+%s -> Q8 ENODEV".formatted(FIRST));
  }

  @Test
  void s72_the_wrapped_function_has_no_node() {
    on(t7(), "5.10").play("A+01:00.0 -> Q4 ENOENT");
  }

  @Test
  void s74_aux_domains_do_not_mind_a_viommu() {
    on(t10(), "5.10")
        .with(aux())
        .viommu("A")
        .play("A+%s slot=3.0 -> OK\n A+%s slot=4.0 -> OK".formatted(FIRST, SECOND));
  }

  @Test
  void s75_without_default_domains_the_second_takes_the_function_over() {
    on(t10(), "5.10")
        .with(backed())
        .with(withoutDefaultDomain())
        .play("A+%s -> OK\n B+%s -> UNSAFE {%s}".formatted(FIRST, SECOND, FIRST));
  }

  /** The contract decides otherwise than the specification's list: nobody guesses. */
  @Test
  void s76_an_mdev_of_an_unknown_driver_needs_an_annotation() {
    on(t10(), "5.10").play("A+%s -> UNDECIDED".formatted(FIRST));
  }

  @Test
  void s77_from_5_16_on_nothing_stands_behind_an_mdev() {
    on(
            new TestHost()
                .endpoint("01:00.0", 7, "acme")
                .mdev(FIRST, 30, "acme", "0000:01:00.0")
                .mdev(SECOND, 31, "acme", "0000:01:00.0")
                .build(),
            "5.16")
        .with(backed())
        .play("A+%s -> OK\n B+%s -> OK".formatted(FIRST, SECOND));
  }

  @Test
  void a_type1_that_attaches_whole_groups_breaks_isolation() {
    on(t12(), "5.10")
        .with(mdevBacking(MdevBacking.ATTACH_GROUP))
        .play("A+%s -> UNSAFE {01:00.0}".formatted(U));
  }

  @Test
  void a_type1_that_finds_no_device_takes_every_mdev_for_a_software_one() {
    on(t10(), "5.10")
        .with(backed())
        .with(mdevBacking(MdevBacking.IGNORED))
        .play("A+%s -> OK\n B+%s -> OK".formatted(FIRST, SECOND));
  }

  @Test
  void a_group_is_free_again_when_the_mdev_was_given_back() {
    on(t10(), "5.10")
        .with(backed())
        .play(
            "A+%s -> OK\n A-%s -> OK\n B+%s -> OK\n B! -> OK\n A+%s -> OK"
                .formatted(FIRST, FIRST, SECOND, FIRST));
  }

  @Test
  void the_verdict_names_the_group_behind_the_mdev_and_who_holds_it() {
    Simulation simulation =
        on(t10(), "5.10")
            .with(backed())
            .play("A+%s -> OK\n B+%s -> Q8 EBUSY".formatted(FIRST, SECOND));
    StepVerdict refused = simulation.verdict().steps().get(1);
    assertEquals(Optional.of(new GroupId(31)), refused.group());
    assertEquals(Optional.of(new GroupId(7)), refused.backingGroup());
    assertEquals(
        Optional.of(new Holder(new GuestName("A"), DeviceRef.parse(FIRST), 0)), refused.heldBy());
    assertEquals(
        "the DMA of group 7 belongs to guest A", Explainer.say(refused.because().getFirst()));
    assertTrue(
        refused.because().getFirst().because().stream()
            .map(Explainer::say)
            .anyMatch((SECOND + " is backed by 0000:01:00.0 in IOMMU group 7")::equals));
  }
}
