package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;
import static org.iommuscope.testing.TestHosts.t3;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule device-is-registered. */
class DeviceIsRegisteredTest {

  @Test
  void refuses_a_sibling_without_driver() {
    on(t3(), "6.1")
        .play(
            "A+01:00.0 -> OK\n A+01:00.1 -> Q10 ENODEV m:error getting device from group 7: No such device");
  }

  @Test
  void refuses_a_name_that_is_not_spelt_in_full() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA getdev g 01:00.0 d -> ENODEV");
  }

  @Test
  void refuses_a_device_of_another_group() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA getdev g 0000:02:00.0 d -> ENODEV");
  }

  @Test
  void allows_a_member_on_vfio_pci() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA getdev g 0000:01:00.0 d -> OK\nA getdev g 0000:01:00.0 e -> OK");
  }
}
