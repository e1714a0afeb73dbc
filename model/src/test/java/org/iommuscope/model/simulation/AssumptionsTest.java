package org.iommuscope.model.simulation;

import static org.iommuscope.testing.TestHosts.t1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** A verdict lists what it leaned on though nothing said it. */
class AssumptionsTest {

  private final AttachSimulator simulator = new AttachSimulator(LocalDate.of(2026, 11, 22));

  @Test
  void a_kernel_that_nothing_tells_is_assumed() {
    assertEquals(Set.of("kernel"), simulator.run(t1(), plan()).verdict().assumed());
  }

  @Test
  void a_captured_kernel_is_not() {
    TestHost host = new TestHost().endpoint("01:00.0", 7, "vfio-pci").kernel("6.1.0-50-amd64");
    assertEquals(Set.of(), simulator.run(host.build(), plan()).verdict().assumed());
  }

  @Test
  void a_refusal_is_worded_by_a_qemu_that_is_assumed() {
    TestHost host = new TestHost().endpoint("01:00.0", 7, "nvme").kernel("6.1");
    assertEquals(
        Set.of("managementLayer", "qemu"), simulator.run(host.build(), plan()).verdict().assumed());
  }

  /** Debian builds 6.12 without nodes of devices, and others with them. */
  @Test
  void that_a_recent_kernel_has_nodes_of_devices_is_assumed_unless_the_capture_shows_iommufd() {
    TestHost debian =
        new TestHost().endpoint("01:00.0", 7, "vfio-pci").kernel("6.12.107+deb13-amd64");
    assertEquals(
        Set.of("iommufd", "qemu"),
        simulator.run(debian.build(), throughIommufd()).verdict().assumed());
    TestHost custom = debian.parameter("iommufd.allow_unsafe_interrupts", "N");
    assertEquals(
        Set.of("qemu"), simulator.run(custom.build(), throughIommufd()).verdict().assumed());
  }

  private static AssignmentPlan throughIommufd() {
    return AssignmentPlan.EMPTY.withGuest(
        new GuestName("A"),
        guest ->
            new Guest(
                guest.name(),
                guest.viommu(),
                Backend.IOMMUFD,
                guest.kvm(),
                guest.uid(),
                guest.memlock(),
                guest.buses(),
                List.of(GuestDevice.of(DeviceRef.parse("0000:01:00.0")))));
  }

  private static AssignmentPlan plan() {
    return AssignmentPlan.EMPTY.withGuest(
        new GuestName("A"),
        guest -> guest.withDevices(List.of(GuestDevice.of(DeviceRef.parse("0000:01:00.0")))));
  }
}
