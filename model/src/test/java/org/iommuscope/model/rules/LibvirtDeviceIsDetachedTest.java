package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;
import static org.iommuscope.testing.TestHosts.t2;

import org.junit.jupiter.api.Test;

/** The rule libvirt-device-is-detached. */
class LibvirtDeviceIsDetachedTest {

  @Test
  void refuses_a_device_on_its_host_driver() {
    on(t2(), "6.1")
        .managed()
        .play(
            "A+01:00.1 -> LIBVIRT m:Unmanaged PCI device 0000:01:00.1 must be manually detached from the host");
  }

  @Test
  void allows_a_device_on_vfio_pci() {
    on(t1(), "6.1").managed().play("A+01:00.0 -> OK");
  }
}
