package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t4;

import org.junit.jupiter.api.Test;

/** The rule libvirt-takes-endpoints. */
class LibvirtTakesEndpointsTest {

  @Test
  void refuses_a_bridge() {
    on(t4("pcieport"), "6.1")
        .managed()
        .play("A+00:01.0 -> LIBVIRT m:Non-endpoint PCI devices cannot be assigned to guests");
  }

  @Test
  void lets_the_kernel_judge_without_libvirt() {
    on(t4("pcieport"), "6.1").play("A+00:01.0 -> Q10 ENODEV");
  }
}
