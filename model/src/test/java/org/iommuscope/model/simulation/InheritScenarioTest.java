package org.iommuscope.model.simulation;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.Scenario;
import org.iommuscope.testing.TestHost;
import org.iommuscope.testing.TestHosts;
import org.junit.jupiter.api.Test;

/** Section 4.6 of the attach rules: an mdev that joins its parent's group. */
class InheritScenarioTest {

  @Test
  void s105_both_go_to_one_guest() {
    inherit(t5()).play("A+%s -> OK\n A+01:00.0 -> OK_REUSED".formatted(U));
  }

  @Test
  void s106_another_guest_is_refused_at_the_open() {
    inherit(t5()).play("A+%s -> OK\n B+01:00.0 -> Q4 EBUSY {%s}".formatted(U, U));
  }

  @Test
  void s107_a_viommu_separates_them() {
    inherit(t5())
        .viommu("A")
        .play(
            "A+%s slot=3.0 -> OK\n A+01:00.0 slot=4.0 -> Q3 m:multiple address spaces"
                .formatted(U));
  }

  @Test
  void s108_without_mdev_there_is_no_donation() {
    inherit(t5WithoutMdev()).play("A+01:00.0 -> Q5 {01:00.1}");
  }

  @Test
  void a_parent_that_does_not_lend_counts() {
    Annotation refuses = Annotation.NONE.withDonates(Optional.of(false));
    inherit(t5())
        .with(annotated(Map.of("0000:01:00.1", refuses)))
        .play("A+01:00.0 -> Q5 {01:00.1}");
  }

  @Test
  void another_host_driver_still_counts() {
    inherit(t12()).play("A+%s -> Q5 {01:00.0}".formatted(U));
  }

  @Test
  void the_parent_keeps_lending_while_its_group_is_in_use() {
    inherit(t5())
        .play(
            """
            A+01:00.0 -> OK
            remove %s -> BLOCKS
            A! -> OK
            ... remove %s -> OK
            A+01:00.0 -> Q5 {01:00.1}
            """
                .formatted(U, U));
  }

  @Test
  void s110_the_parent_itself_is_no_vfio_device() {
    inherit(t5()).play("A+01:00.1 -> Q10 ENODEV");
  }

  @Test
  void s111_read_strictly_nothing_else_uses_the_group() {
    inherit(t5())
        .with(inheritStrict())
        .play("A+%s -> OK\n A+01:00.0 -> Q10 EBUSY {%s}".formatted(U, U));
  }

  @Test
  void s113_aux_mdevs_keep_groups_of_their_own() {
    inherit(t10()).with(aux()).play("A+%s -> OK\n B+%s -> OK".formatted(FIRST, SECOND));
  }

  @Test
  void two_mdevs_of_one_function_share_its_group() {
    inherit(t10()).with(backed()).play("A+%s -> OK\n A+%s -> OK_REUSED".formatted(FIRST, SECOND));
    inherit(t10()).with(backed()).play("A+%s -> OK\n B+%s -> Q4 EBUSY".formatted(FIRST, SECOND));
  }

  @Test
  void s114_a_pf_does_not_lend_to_its_vf() {
    inherit(
            new TestHost()
                .pf("03:00.0", 7, "igb", 4, "03:10.0")
                .vf("03:10.0", 7, "vfio-pci", "03:00.0")
                .build())
        .play("A+03:10.0 -> Q5 {03:00.0}");
  }

  /** The parent's driver must pass viability for the bus to be asked at all. */
  @Test
  void s115_linux_5_10_takes_no_group_of_two_buses() {
    on(
            new TestHost()
                .endpoint("01:00.0", 7, "vfio-pci")
                .endpoint("01:00.1", 7, "pci-stub")
                .mdev(U, 7, "vfio_mdev", "0000:01:00.1")
                .build(),
            "5.10")
        .play("A+%s -> Q8 EINVAL".formatted(U));
  }

  @Test
  void a_host_driver_that_joins_kills_its_writer() {
    inherit(beside("vfio-pci").endpoint("01:00.2", 7, "-").build())
        .play("A+%s -> OK\n bind 01:00.2 nvme -> CRASH".formatted(U));
  }

  @Test
  void software_mdevs_inherit_nothing() {
    Simulation simulation = inherit(TestHosts.t8()).play("A+%s -> OK".formatted(TestHosts.G1));
    assertEquals(
        Optional.empty(),
        simulation.verdict().steps().getFirst().backingGroup(),
        DeviceRef.parse(TestHosts.G1).text());
  }

  private static Scenario inherit(HostTopology host) {
    return on(host, "5.10").with(profile("proposed-inherit"));
  }
}
