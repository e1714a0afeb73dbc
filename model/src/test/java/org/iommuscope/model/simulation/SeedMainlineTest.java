package org.iommuscope.model.simulation;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;
import static org.iommuscope.testing.TestHosts.t2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/**
 * Rows of the checklist of the question of July 2019 on what Linux and QEMU do by themselves; the
 * number in a test's name is the row's.
 */
class SeedMainlineTest {

  private static final GroupId SHARED = new GroupId(7);

  /** Must the group of a non-aux iommu_device be a singleton, as iommu_attach_device() wants? */
  @Test
  void row1_iommu_attach_device_wants_a_group_of_one_device() {
    on(t5(), "5.10").play("A+%s -> Q8 EINVAL {01:00.0}".formatted(U));
    on(t16(), "5.10").play("A+%s -> Q8 EINVAL {00:01.0}".formatted(U));
    on(t7(), "5.10").play("A+%s -> OK".formatted(U));
  }

  /** vfio.c knows only the group that was made for the mdev. */
  @Test
  void row3_vfio_knows_only_the_virtual_group_of_an_mdev() {
    Simulation simulation = on(t7(), "5.10").play("A+%s -> OK".formatted(U));

    assertTrue(simulation.end().vfioGroup(new GroupId(11)).isPresent());
    assertTrue(simulation.end().vfioGroup(SHARED).isEmpty());
  }

  /** With vfio-pci alone QEMU opens the backed group, and vfio_get_group() checks its space. */
  @Test
  void row13_for_functions_qemu_opens_the_group_and_checks_the_address_space() {
    on(t1(), "5.10").play("A+01:00.0 -> OK\n A+01:00.1 -> OK_REUSED");
    on(t1(), "5.10").play("A+01:00.0 -> OK\n B+01:00.1 -> Q4 EBUSY");
    on(t1(), "5.10")
        .viommu("A")
        .play("A+01:00.0 slot=3.0 -> OK\n A+01:00.1 slot=4.0 -> Q3 m:multiple address spaces");
  }

  /** Wrapped mdevs have groups of their own, so that QEMU cannot tell that they belong together. */
  @Test
  void row14_qemu_cannot_detect_that_two_mdevs_share_a_group() {
    Simulation simulation =
        on(t6(), "5.10")
            .with(profile("proposed-attach"))
            .play("A+%s -> OK\n B+%s -> Q8 EBUSY".formatted(U0, U1));
    StepVerdict first = simulation.verdict().steps().getFirst();
    StepVerdict second = simulation.verdict().steps().getLast();

    assertEquals(Optional.of(new GroupId(11)), first.group());
    assertEquals(Optional.of(new GroupId(12)), second.group());
    assertEquals(first.backingGroup(), second.backingGroup());
  }

  /** QEMU could check; that was rejected, and so this program does what QEMU does not. */
  @Test
  void row15_the_verdict_names_the_backing_group_and_qemus_message_does_not() {
    StepVerdict refused =
        on(t6(), "5.10")
            .with(profile("proposed-attach"))
            .play("A+%s -> OK\n B+%s -> Q8 EBUSY".formatted(U0, U1))
            .verdict()
            .steps()
            .getLast();

    String message = refused.message().orElseThrow();
    assertTrue(message.contains("group 12"), message);
    assertFalse(message.contains("group 7"), message);
    assertEquals(
        "the DMA of group 7 belongs to guest A", Explainer.say(refused.because().getFirst()));
    assertEquals(Optional.of(SHARED), refused.backingGroup());
  }

  /** A singleton with aux domains serves several guests; without them, one. */
  @Test
  void row16_aux_mdevs_of_a_singleton_may_go_to_different_guests() {
    String two = "A+%s -> OK\n B+%s -> ".formatted(FIRST, SECOND);
    on(t10(), "5.10").with(aux()).play(two + "OK");
    on(t10(), "5.10").with(backed()).play(two + "Q8 EBUSY");
  }

  /** Should user space see whether a group is backed? It does not: an annotation must tell. */
  @Test
  void row17_sysfs_does_not_show_the_backing_and_so_the_verdict_asks() {
    StepVerdict asked =
        on(t10(), "5.10").play("A+%s -> UNDECIDED".formatted(FIRST)).verdict().steps().getFirst();
    assertTrue(Explainer.say(asked.because().getFirst()).contains("?"));

    on(t10(), "5.10").with(backed()).play("A+%s -> OK".formatted(FIRST));
  }

  /** It is never QEMU that keeps guests apart: each split is refused by the kernel's errno. */
  @Test
  void row18_the_kernel_and_not_qemu_prevents_that_a_group_is_split() {
    for (String design :
        List.of(
            "proposed-attach", "proposed-open-count", "proposed-singleton", "proposed-inherit")) {
      for (List<String> pair : List.of(List.of("0000:01:00.0", U), List.of(U, "0000:01:00.0"))) {
        assertSplitIsRefused(t5(), design, pair.getFirst(), pair.getLast());
      }
      assertSplitIsRefused(t6(), design, U0, U1);
    }
  }

  private static void assertSplitIsRefused(
      HostTopology host, String design, String first, String second) {
    List<StepVerdict> steps =
        ProfileRuns.of(host, design, Map.of("A", List.of(first), "B", List.of(second)));
    List<StepVerdict> attached =
        steps.stream().filter(step -> step.outcome() == Outcome.ATTACHES).toList();
    StepVerdict refused = steps.getLast();

    assertTrue(attached.size() <= 1, design + steps);
    assertEquals(Outcome.REFUSED, refused.outcome(), design);
    assertTrue(
        refused.errno().isPresent()
            || refused.rule().orElseThrow().text().equals("group-is-viable"),
        design + refused);
  }

  /** The first idea: another guest fails when it opens the group, as with vfio-pci. */
  @Test
  void row24_with_vfio_pci_the_open_of_the_group_fails() {
    on(t1(), "5.10").play("A+01:00.0 -> OK\n B+01:00.1 -> Q4 EBUSY m:failed to open /dev/vfio/7");
  }

  /** QEMU does not open a group twice; it could not. */
  @Test
  void row25_qemu_opens_a_group_once_for_all_its_devices() {
    Simulation simulation = on(t1(), "5.10").play("A+01:00.0 -> OK\n A+01:00.1 -> OK_REUSED");
    assertEquals(2, simulation.end().vfioGroup(SHARED).orElseThrow().devices().size());

    SystemCalls.on(t1(), "5.10").play("A group g 7 -> OK\n A group h 7 -> EBUSY");
  }

  /**
   * User space cannot see the relation: the host says 11 of the mdev, and the verdict 7 besides.
   */
  @Test
  void row33_nothing_in_the_capture_leads_from_the_mdev_to_the_group_behind_it() {
    HostTopology host = t7();
    DeviceRef mdev = DeviceRef.parse(U);
    assertEquals(
        List.of(new GroupId(11)),
        host.groups().values().stream()
            .filter(group -> group.members().contains(mdev))
            .map(group -> group.id())
            .toList());

    StepVerdict step =
        on(host, "5.10").play("A+%s -> OK".formatted(U)).verdict().steps().getFirst();
    assertEquals(Optional.of(SHARED), step.backingGroup());
    assertTrue(
        step.because().stream().map(Explainer::say).anyMatch(said -> said.contains("sysfs")));
  }

  /** A group with one member on a host driver and one on vfio is normally not viable. */
  @Test
  void row37_a_host_driver_beside_vfio_pci_is_not_viable() {
    for (String kernel : List.of("5.1", "5.10", "5.18", "6.12")) {
      on(t2(), kernel).play("A+01:00.0 -> Q5 {01:00.1}");
    }
    on(t5(), "5.10").play("A+01:00.0 -> Q5 {01:00.1}");
  }

  /** Aux means a singleton, the draft assumed; no kernel checks it, so that the verdict says so. */
  @Test
  void row28_aux_on_a_shared_group_is_remarked() {
    Annotation aux =
        new Annotation(
            Annotation.NONE.iommuDevice(),
            Optional.of(true),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    StepVerdict step =
        on(t5(), "5.10")
            .with(annotated(Map.of("0000:01:00.1", aux)))
            .play("A+%s -> OK".formatted(U))
            .verdict()
            .steps()
            .getFirst();
    assertEquals(
        "0000:01:00.1 shares group 7 with 0000:01:00.0:"
            + " auxiliary domains are for a device alone in its group, and no kernel checks it",
        Explainer.say(step.because().getLast()));

    TestHost alone =
        new TestHost()
            .endpoint("01:00.1", 7, "vfio-mdev-pci")
            .mdev(U, 11, "vfio_mdev", "0000:01:00.1");
    assertEquals(
        1,
        on(alone.build(), "5.10")
            .with(annotated(Map.of("0000:01:00.1", aux)))
            .play("A+%s -> OK".formatted(U))
            .verdict()
            .steps()
            .getFirst()
            .because()
            .size());
  }
}
