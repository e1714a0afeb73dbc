package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t3;
import static org.iommuscope.testing.TestHosts.t4;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule vfio-binds-endpoints. */
class VfioBindsEndpointsTest {

  @Test
  void refuses_a_bridge() {
    SystemCalls.on(t4("-"), "6.1").play("bind 00:01.0 vfio-pci -> EINVAL");
  }

  @Test
  void refuses_it_with_the_one_errno_of_5_10() {
    SystemCalls.on(t4("-"), "5.10").play("bind 00:01.0 vfio-pci -> ENODEV");
  }

  @Test
  void allows_an_endpoint() {
    SystemCalls.on(t3(), "6.1").play("bind 01:00.1 vfio-pci -> OK");
  }
}
