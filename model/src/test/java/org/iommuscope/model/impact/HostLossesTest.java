package org.iommuscope.model.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUse.Kind;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

class HostLossesTest {

  private static final String DISK = "0000:02:00.0";
  private static final String GPU = "0000:01:00.0";
  private static final String USB = "0000:01:00.2";

  private final TestHost host =
      new TestHost()
          .bridge("0000:00:01.0", 1, "pcieport")
          .endpoint(GPU, 1, "nouveau")
          .endpoint(USB, 1, "xhci_hcd")
          .endpoint(DISK, 2, "nvme");

  @Test
  void names_the_disk_that_a_guest_gets() {
    host.uses(DISK, Kind.DISK, "/");
    assertEquals(
        List.of("disk / (root) with 0000:02:00.0: it is so (a file); guest A gets it"),
        losses(assign(DISK)));
  }

  @Test
  void names_what_leaves_the_host_with_its_group() {
    host.uses(USB, Kind.KEYBOARD, "").uses("0000:00:01.0", Kind.CONSOLE, "");
    assertEquals(
        List.of(
            "keyboard with 0000:01:00.2: it is so (a file);"
                + " it shares group 1 with 0000:01:00.0, and guest A gets that"),
        losses(assign(GPU)));
  }

  @Test
  void names_what_the_plan_only_unbinds() {
    host.uses(DISK, Kind.DISK, "/home");
    AssignmentPlan plan = AssignmentPlan.EMPTY.withBinding(DeviceRef.parse(DISK), Optional.empty());
    assertEquals(
        List.of("disk /home with 0000:02:00.0: it is so (a file); the plan unbinds it"),
        losses(plan));
  }

  @Test
  void keeps_what_only_changes_from_one_host_driver_to_another() {
    host.uses(GPU, Kind.CONSOLE, "");
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withBinding(DeviceRef.parse(GPU), Optional.of("nvidia"));
    assertEquals(List.of(), losses(plan));
  }

  @Test
  void names_the_vfs_that_go_with_their_pf() {
    host.pf("0000:03:00.0", 3, "igb", 7, "0000:03:10.0")
        .vf("0000:03:10.0", 4, "igbvf", "0000:03:00.0")
        .uses("0000:03:10.0", Kind.UPLINK, "");
    assertEquals(
        List.of("uplink with 0000:03:10.0: it is so (a file); it is a VF of 0000:03:00.0"),
        losses(assign("0000:03:00.0")));
    PciAddress pf = PciAddress.parse("0000:03:00.0").orElseThrow();
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withSequence(Optional.of(List.of(new PlanStep.SetVfs(pf, 0))));
    assertEquals(1, losses(plan).size());
  }

  @Test
  void puts_the_gravest_first() {
    host.uses(USB, Kind.KEYBOARD, "").uses(GPU, Kind.CONSOLE, "").uses(DISK, Kind.DISK, "/");
    List<Kind> kinds =
        HostLosses.of(host.build(), assign(GPU, DISK)).losses().stream()
            .map(loss -> loss.use().kind())
            .toList();
    assertEquals(List.of(Kind.DISK, Kind.CONSOLE, Kind.KEYBOARD), kinds);
  }

  @Test
  void says_what_was_not_captured() {
    HostLosses losses = HostLosses.of(host.build(), assign(DISK));
    assertEquals(List.of(), losses.losses());
    assertTrue(
        losses.gaps().getFirst().contains("disk (proc/mounts, sys/class/block)"),
        losses.gaps().toString());
  }

  @Test
  void says_nothing_of_a_plan_that_takes_no_device() {
    HostLosses losses = HostLosses.of(host.build(), AssignmentPlan.EMPTY);
    assertEquals(List.of(), losses.sentences());
    assertEquals(List.of(), losses.gaps());
  }

  private List<String> losses(AssignmentPlan plan) {
    HostTopology built = host.build();
    return HostLosses.of(built, plan).sentences();
  }

  private static AssignmentPlan assign(String... devices) {
    AssignmentPlan plan = AssignmentPlan.EMPTY;
    for (String device : devices) {
      plan = new PlanChange.Assign(new GuestName("A"), DeviceRef.parse(device)).applyTo(plan);
    }
    return plan;
  }
}
