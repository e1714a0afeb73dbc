package org.iommuscope.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.Test;

class PlanChangeTest {

  private static final GuestName A = new GuestName("A");
  private static final GuestName B = new GuestName("B");
  private static final DeviceRef GPU = DeviceRef.parse("0000:01:00.0");
  private static final DeviceRef AUDIO = DeviceRef.parse("0000:01:00.1");

  private final AssignmentPlan plan =
      edit(AssignmentPlan.EMPTY, new PlanChange.Assign(A, GPU), new PlanChange.Assign(B, AUDIO));

  @Test
  void assigning_makes_the_guest_where_there_is_none() {
    assertEquals(List.of(A, B), plan.guests().stream().map(Guest::name).toList());
    assertEquals(List.of(GPU), devicesOf(plan, A));
  }

  @Test
  void withdrawing_takes_the_device_and_the_steps_that_move_it() {
    AssignmentPlan ordered =
        plan.withSequence(
            Optional.of(
                List.of(
                    new PlanStep.Start(A),
                    new PlanStep.Detach(A, GPU),
                    new PlanStep.Attach(A, AUDIO),
                    new PlanStep.Attach(B, GPU))));
    AssignmentPlan without = edit(ordered, new PlanChange.Withdraw(A, GPU));
    assertEquals(List.of(), devicesOf(without, A));
    assertEquals(
        List.of(new PlanStep.Start(A), new PlanStep.Attach(A, AUDIO), new PlanStep.Attach(B, GPU)),
        without.steps());
  }

  @Test
  void binding_and_unbinding_say_the_driver_before_the_first_step() {
    assertEquals(
        Optional.of("vfio-pci"),
        edit(plan, new PlanChange.Bind(GPU, "vfio-pci")).bindings().get(GPU));
    assertEquals(Optional.empty(), edit(plan, new PlanChange.Unbind(GPU)).bindings().get(GPU));
  }

  @Test
  void putting_behind_a_bridge_makes_the_bridge_once() {
    GuestBus bridge = new GuestBus("b0", GuestBus.Kind.PCIE_PCI_BRIDGE);
    PlanChange change = new PlanChange.PutBehind(A, List.of(GPU), bridge);
    Guest guest = edit(plan, change, change).guest(A).orElseThrow();
    assertEquals(List.of(bridge), guest.buses());
    assertEquals(Optional.of("b0"), guest.devices().getFirst().bus());
  }

  @Test
  void stopping_first_comes_directly_before_the_waiting_guest() {
    assertEquals(
        List.of(new PlanStep.Start(A), new PlanStep.Stop(A), new PlanStep.Start(B)),
        edit(plan, new PlanChange.StopFirst(A, B)).steps());
  }

  @Test
  void a_parameter_is_set_before_everything_else() {
    assertEquals(
        new PlanStep.SetParameter("vfio_pci.enable_sriov", "Y"),
        edit(plan, new PlanChange.SetParameter("vfio_pci.enable_sriov", "Y")).steps().getFirst());
  }

  @Test
  void a_viommu_is_the_guests_alone() {
    AssignmentPlan changed = edit(plan, new PlanChange.SetViommu(A, Viommu.standard()));
    assertEquals(Viommu.standard(), changed.guest(A).orElseThrow().viommu());
    assertEquals(new Viommu.None(), changed.guest(B).orElseThrow().viommu());
  }

  private static List<DeviceRef> devicesOf(AssignmentPlan plan, GuestName guest) {
    return plan.guest(guest).orElseThrow().devices().stream().map(GuestDevice::device).toList();
  }

  private static AssignmentPlan edit(AssignmentPlan plan, PlanChange... changes) {
    AssignmentPlan edited = plan;
    for (PlanChange change : changes) {
      edited = change.applyTo(edited);
    }
    return edited;
  }
}
