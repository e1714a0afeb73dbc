package org.iommuscope.model.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Dial;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** What stands on the sheet that is read before a plan is carried out. */
class ImpactSheetTest {

  private static final DeviceRef DISK = DeviceRef.parse("0000:01:00.0");
  private static final HostTopology HOST =
      new TestHost()
          .endpoint("0000:01:00.0", 1, "nvme")
          .uses("0000:01:00.0", HostUse.Kind.DISK, "/")
          .build();
  private static final AssignmentPlan PLAN =
      new PlanChange.Assign(new GuestName("A"), DISK).applyTo(AssignmentPlan.EMPTY);

  private static List<String> section(AssignmentPlan plan, String title) {
    return ImpactSheet.of(HOST, plan).sections().stream()
        .filter(section -> section.title().equals(title))
        .findFirst()
        .orElseThrow()
        .sentences();
  }

  @Test
  void is_empty_for_a_plan_that_changes_nothing() {
    assertEquals(List.of(), ImpactSheet.of(HOST, AssignmentPlan.EMPTY).sections());
  }

  @Test
  void says_that_a_mounted_disk_probably_needs_a_reboot() {
    assertTrue(section(PLAN, "Is a reboot needed").getFirst().startsWith("probably: 0000:01:00.0"));
  }

  @Test
  void says_that_an_imagined_override_needs_a_reboot() {
    AssignmentPlan plan =
        new Dial.Override(Optional.of("downstream")).applyTo(AssignmentPlan.EMPTY);
    assertEquals(
        List.of("yes: the host starts with pcie_acs_override downstream"),
        section(plan, "Is a reboot needed"));
  }

  @Test
  void names_the_guests_that_cannot_be_migrated_and_what_they_pin() {
    assertEquals(
        "guest A can be neither migrated nor saved while it has 0000:01:00.0:"
            + " the state in the device is not saved",
        section(PLAN, "What can no longer be suspended or migrated").getFirst());
    assertEquals(
        List.of("guest A: all of its RAM, from its start until it stops"),
        section(PLAN, "Memory that guests pin"));
  }

  @Test
  void lets_a_guest_on_a_migrating_driver_move() {
    AssignmentPlan plan = new PlanChange.Bind(DISK, "mlx5-vfio-pci").applyTo(PLAN);
    assertEquals(
        "guest A may be migrated: its devices' drivers save their state",
        section(plan, "What can no longer be suspended or migrated").getFirst());
  }
}
