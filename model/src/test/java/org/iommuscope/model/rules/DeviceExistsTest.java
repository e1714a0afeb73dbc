package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;

import org.junit.jupiter.api.Test;

/** The rule device-exists. */
class DeviceExistsTest {

  @Test
  void refuses_an_address_that_the_host_does_not_have() {
    on(t1(), "6.1")
        .play(
            "A+0a:00.0 -> Q1 ENOENT m:vfio /sys/bus/pci/devices/0000:0a:00.0: no such host device: No such file or directory");
  }

  @Test
  void allows_a_device_of_the_host() {
    on(t1(), "6.1").play("A+01:00.0 -> OK");
  }
}
