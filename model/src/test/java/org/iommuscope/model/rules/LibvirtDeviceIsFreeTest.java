package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;

import org.junit.jupiter.api.Test;

/** The rule libvirt-device-is-free. */
class LibvirtDeviceIsFreeTest {

  @Test
  void refuses_a_group_that_another_guest_uses() {
    on(t1(), "6.1")
        .managed()
        .play(
            "A+01:00.0 -> OK\n B+01:00.1 -> LIBVIRT {01:00.0} m:PCI device 0000:01:00.1 is in use by driver QEMU, domain A");
  }

  @Test
  void allows_the_same_guest_both() {
    on(t1(), "6.1").managed().play("A+01:00.0 -> OK\n A+01:00.1 -> OK_REUSED");
  }
}
