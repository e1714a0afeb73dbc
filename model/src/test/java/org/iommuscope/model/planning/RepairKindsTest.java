package org.iommuscope.model.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** Each kind of change that a repair may consist of, where it is what helps. */
class RepairKindsTest {

  private static final AttachSimulator SIMULATOR = new AttachSimulator(LocalDate.of(2026, 11, 22));
  private static final GuestName A = new GuestName("A");
  private static final GuestName B = new GuestName("B");
  private static final DeviceRef GPU = DeviceRef.parse("0000:01:00.0");
  private static final DeviceRef AUDIO = DeviceRef.parse("0000:01:00.1");
  private static final DeviceRef OTHER = DeviceRef.parse("0000:02:00.0");
  private static final String ONE = "a0000000-0000-4000-8000-000000000001";
  private static final String TWO = "a0000000-0000-4000-8000-000000000002";

  @Test
  void binds_a_device_to_another_driver() {
    HostTopology host = new TestHost().kernel("6.1.0").endpoint("01:00.0", 1, "nvme").build();

    assertEquals(
        List.of(new PlanChange.Bind(GPU, "vfio-pci")), atoms(first(host, plan(guest(A, GPU)))));
  }

  @Test
  void takes_a_driver_from_a_sibling() {
    HostTopology host =
        new TestHost()
            .kernel("6.1.0")
            .endpoint("01:00.0", 1, "vfio-pci")
            .endpoint("01:00.1", 1, "snd_hda_intel")
            .build();

    assertEquals(List.of(new PlanChange.Unbind(AUDIO)), atoms(first(host, plan(guest(A, GPU)))));
  }

  @Test
  void takes_another_function_of_the_same_kind() {
    HostTopology host =
        new TestHost()
            .kernel("6.1.0")
            .endpoint("01:00.0", 1, "vfio-pci", "8086:10d3", 0x020000, 0)
            .endpoint("02:00.0", 2, "-", "8086:10d3", 0x020000, 0)
            .build();

    Repair repair = first(host, plan(guest(A, GPU), guest(B, GPU)));

    assertTrue(gives(repair, OTHER), repair.toString());
  }

  @Test
  void takes_another_mdev_of_the_same_type() {
    HostTopology host =
        new TestHost()
            .kernel("6.1.0")
            .endpoint("30:00.0", 50, "i915")
            .mdevOfType(ONE, 51, "0000:30:00.0", "i915-GVTg_V5_4")
            .mdevOfType(TWO, 52, "0000:30:00.0", "i915-GVTg_V5_4")
            .build();
    DeviceRef wanted = DeviceRef.parse(ONE);

    Repair repair = first(host, plan(guest(A, wanted), guest(B, wanted)));

    assertTrue(gives(repair, DeviceRef.parse(TWO)), repair.toString());
  }

  @Test
  void puts_both_behind_one_bridge_or_switches_the_viommu() {
    HostTopology host = twoFunctions();
    AssignmentPlan plan = plan(guest(A, GPU, AUDIO).withViommu(Viommu.standard()));

    List<PlanChange> offered = all(host, plan);

    assertInstanceOf(PlanChange.PutBehind.class, atoms(first(host, plan)).getFirst());
    assertTrue(
        offered.contains(new PlanChange.SetViommu(A, new Viommu.None())), offered.toString());
  }

  @Test
  void gives_the_sibling_to_the_same_guest_or_stops_a_guest_first() {
    HostTopology host = twoFunctions();

    List<PlanChange> offered = all(host, plan(guest(A, GPU), guest(B, AUDIO)));

    assertTrue(offered.contains(new PlanChange.Assign(A, AUDIO)), offered.toString());
    assertTrue(offered.contains(new PlanChange.StopFirst(A, B)), offered.toString());
  }

  @Test
  void gives_to_another_guest_what_the_first_is_not_made_for() {
    HostTopology host = twoFunctions();
    Guest modern =
        new Guest(
            A,
            new Viommu.None(),
            Backend.IOMMUFD,
            true,
            0,
            Guest.named(A).memlock(),
            List.of(),
            List.of(GuestDevice.of(GPU)));

    assertEquals(
        List.of(new PlanChange.Assign(B, GPU)), atoms(first(host, plan(modern, guest(B)))));
  }

  private static boolean gives(Repair repair, DeviceRef wanted) {
    return atoms(repair).stream()
        .anyMatch(change ->
            change instanceof PlanChange.Assign(GuestName guest, DeviceRef device)
                && device.equals(wanted));
  }

  private static HostTopology twoFunctions() {
    return new TestHost()
        .kernel("6.1.0")
        .endpoint("01:00.0", 1, "vfio-pci")
        .endpoint("01:00.1", 1, "vfio-pci")
        .build();
  }

  private static Guest guest(GuestName name, DeviceRef... devices) {
    return Guest.named(name).withDevices(Stream.of(devices).map(GuestDevice::of).toList());
  }

  private static AssignmentPlan plan(Guest... guests) {
    return AssignmentPlan.EMPTY.withGuests(List.of(guests));
  }

  private static List<Repair> repairs(HostTopology host, AssignmentPlan plan) {
    RepairAnswer answer =
        new PlanRepair(SIMULATOR, host, RuleProfiles.DMA_OWNER).of(plan, () -> false);
    return assertInstanceOf(RepairAnswer.Repaired.class, answer).repairs();
  }

  private static Repair first(HostTopology host, AssignmentPlan plan) {
    return repairs(host, plan).getFirst();
  }

  private static List<PlanChange> all(HostTopology host, AssignmentPlan plan) {
    return repairs(host, plan).stream().flatMap(repair -> atoms(repair).stream()).toList();
  }

  private static List<PlanChange> atoms(Repair repair) {
    return repair.changes().stream().flatMap(priced -> atoms(priced.change())).toList();
  }

  private static Stream<PlanChange> atoms(PlanChange change) {
    return change instanceof PlanChange.Together(List<PlanChange> parts)
        ? parts.stream().flatMap(RepairKindsTest::atoms)
        : Stream.of(change);
  }
}
