package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t11;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule vfio-pf-has-no-vfs. */
class VfioPfHasNoVfsTest {

  @Test
  void refuses_a_pf_whose_vfs_stay() {
    SystemCalls.on(t11("nvme"), "6.1").play("bind 03:00.0 vfio-pci -> EBUSY");
  }

  @Test
  void refuses_it_with_the_one_errno_of_5_10() {
    SystemCalls.on(t11("nvme"), "5.10").play("bind 03:00.0 vfio-pci -> ENODEV");
  }

  @Test
  void allows_a_pf_whose_driver_takes_them_along() {
    SystemCalls.on(t11("igb"), "6.1").play("bind 03:00.0 vfio-pci -> OK");
  }
}
