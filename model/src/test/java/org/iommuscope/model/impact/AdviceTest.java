package org.iommuscope.model.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.iommuscope.model.impact.Advice.Topic;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

class AdviceTest {

  private static final GuestName A = new GuestName("A");

  private final TestHost host =
      new TestHost()
          .bridge("0000:00:01.0", 1, "pcieport")
          .endpoint("0000:01:00.0", 1, "vfio-pci")
          .endpoint("0000:02:00.0", 2, "vfio-pci");

  @Test
  void a_bridge_of_the_group_stays_and_does_no_harm() {
    assertEquals(
        List.of(
            "a bridge in a guest's group stays with the host, keeps its driver and does no harm:"
                + " 0000:00:01.0"),
        said(Topic.BRIDGE, assign("0000:01:00.0")));
    assertEquals(List.of(), said(Topic.BRIDGE, assign("0000:02:00.0")));
  }

  @Test
  void memory_is_pinned_once_and_with_a_viommu_once_for_each_group() {
    AssignmentPlan plan = assign("0000:01:00.0", "0000:02:00.0");
    assertEquals(1, said(Topic.MEMORY, plan).size());
    AssignmentPlan guarded = plan.withGuest(A, guest -> guest.withViommu(Viommu.standard()));
    assertTrue(
        said(Topic.MEMORY, guarded).getLast().contains("2 times"),
        said(Topic.MEMORY, guarded).toString());
  }

  @Test
  void a_host_with_groups_says_which_devices_are_in_none() {
    host.ungrouped("0000:03:00.0", "-");
    List<Advice> advice =
        HostAdvice.of(host.build()).stream()
            .filter(each -> each.topic() == Topic.NO_GROUPS)
            .toList();
    assertEquals(List.of(DeviceRef.parse("0000:03:00.0")), advice.getFirst().devices());
  }

  @Test
  void mdevs_are_one_way_to_divide_a_device_and_vfs_of_a_vendor_another() {
    host.offers("0000:02:00.0", "i915-GVTg_V5_4", 1)
        .vf("0000:04:00.1", 4, "mlx5_vfio_pci", "0000:04:00.0")
        .vf("0000:05:00.1", 5, "nvidia", "0000:05:00.0")
        .offers("0000:05:00.1", "nvidia-660", 1);
    assertEquals(
        List.of(
            "divided among guests by mdevs: 0000:02:00.0",
            "divided among guests by mdevs on virtual functions (SR-IOV and mdev): 0000:05:00.1",
            "divided among guests by virtual functions on a vendor's own vfio driver: 0000:04:00.1"),
        HostAdvice.of(host.build()).stream()
            .filter(each -> each.topic() == Topic.FRAMEWORK)
            .map(Advice::sentence)
            .toList());
  }

  @Test
  void a_plan_without_devices_has_no_advice() {
    assertEquals(List.of(), PlanAdvice.of(host.build(), AssignmentPlan.EMPTY));
  }

  private List<String> said(Topic topic, AssignmentPlan plan) {
    return PlanAdvice.of(host.build(), plan).stream()
        .filter(each -> each.topic() == topic)
        .map(Advice::sentence)
        .toList();
  }

  private static AssignmentPlan assign(String... devices) {
    AssignmentPlan plan = AssignmentPlan.EMPTY;
    for (String device : devices) {
      plan = new PlanChange.Assign(A, DeviceRef.parse(device)).applyTo(plan);
    }
    return plan;
  }
}
