package org.iommuscope.model.simulation;

import static org.iommuscope.testing.TestHosts.t1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.iommuscope.model.plan.AssignmentPlan;
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
    assertEquals(Set.of("qemu"), simulator.run(host.build(), plan()).verdict().assumed());
  }

  private static AssignmentPlan plan() {
    return AssignmentPlan.EMPTY.withGuest(
        new GuestName("A"),
        guest -> guest.withDevices(List.of(GuestDevice.of(DeviceRef.parse("0000:01:00.0")))));
  }
}
