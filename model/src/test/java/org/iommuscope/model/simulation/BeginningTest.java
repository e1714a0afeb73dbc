package org.iommuscope.model.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Fix;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** A plan's bindings are what the host could be in, and never more than that. */
class BeginningTest {

  private static final GuestName A = new GuestName("A");

  @Test
  void a_bridge_that_a_plan_binds_to_vfio_is_not_on_it() {
    HostTopology host =
        new TestHost()
            .kernel("6.1")
            .bridge("00:04.0", 6, "-")
            .endpoint("05:01.0", 6, "vfio-pci")
            .build();
    StepVerdict step = given(host, "0000:00:04.0");
    assertEquals(Optional.of(At.Q10), step.at());
    assertEquals(List.of("take 0000:00:04.0 away from guest A"), fixes(step));
  }

  @Test
  void a_device_without_group_stays_without_one_outside_noiommu_mode() {
    HostTopology host = new TestHost().kernel("6.1").ungrouped("01:00.0", "e1000e").build();
    StepVerdict step = given(host, "0000:01:00.0");
    assertEquals(Optional.of(At.Q2), step.at());
    assertEquals(List.of(DeviceRef.parse("0000:01:00.0")), step.culprits());
    assertEquals(
        "the host has no IOMMU group at all: its IOMMU is missing or switched off, in the firmware"
            + " or on the kernel's command line",
        Explainer.say(step.because().getFirst().because().getFirst()));
  }

  @Test
  void no_fix_takes_the_pf_away_from_under_the_wanted_vf() {
    HostTopology host =
        new TestHost()
            .kernel("6.1")
            .pf("01:00.0", 1, "igb", 7, "01:10.0")
            .vf("01:10.0", 1, "-", "01:00.0")
            .build();
    StepVerdict step = given(host, "0000:01:10.0");
    assertEquals(Optional.of(At.Q5), step.at());
    assertEquals(List.of("take 0000:01:10.0 away from guest A"), fixes(step));
  }

  @Test
  void the_vfs_of_igb_go_with_the_driver_that_a_plan_takes_from_their_pf() {
    HostTopology host =
        new TestHost()
            .kernel("6.1")
            .pf("01:00.0", 1, "igb", 7, "01:10.0")
            .vf("01:10.0", 2, "vfio-pci", "01:00.0")
            .build();
    AssignmentPlan wanted =
        new PlanChange.Assign(A, DeviceRef.parse("0000:01:10.0")).applyTo(AssignmentPlan.EMPTY);
    AssignmentPlan bound =
        new PlanChange.Bind(DeviceRef.parse("0000:01:00.0"), "vfio-pci").applyTo(wanted);
    assertEquals(Optional.empty(), first(host, wanted).at());
    assertEquals(Optional.of(At.Q1), first(host, bound).at());
  }

  private static StepVerdict given(HostTopology host, String address) {
    DeviceRef device = DeviceRef.parse(address);
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withGuest(
            A, none -> Guest.named(A).withDevices(List.of(GuestDevice.of(device))));
    AssignmentPlan bound = new PlanChange.Bind(device, "vfio-pci").applyTo(plan);
    assertEquals(Map.of(device, Optional.of("vfio-pci")), bound.bindings());
    return first(host, bound);
  }

  private static StepVerdict first(HostTopology host, AssignmentPlan plan) {
    return new AttachSimulator(LocalDate.of(2026, 11, 22))
        .run(host, plan)
        .verdict()
        .steps()
        .getFirst();
  }

  private static List<String> fixes(StepVerdict step) {
    return step.fixes().stream().map(Fix::change).map(Explainer::say).toList();
  }
}
