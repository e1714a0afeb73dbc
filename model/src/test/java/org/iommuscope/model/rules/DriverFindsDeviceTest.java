package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.mttys;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule driver-finds-device. */
class DriverFindsDeviceTest {

  @Test
  void refuses_an_mdev_that_lost_its_vendor_driver() {
    SystemCalls.on(mttys("mtty"), "6.1")
        .play("unbind " + G1 + " -> OK\nbind " + G1 + " mtty -> ENODEV");
  }

  @Test
  void allows_one_back_to_vfio_mdev_in_5_10() {
    SystemCalls.on(mttys("vfio_mdev"), "5.10")
        .play("unbind " + G1 + " -> OK\nbind " + G1 + " vfio_mdev -> OK");
  }
}
