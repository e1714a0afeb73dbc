package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule vfio-may-make-vfs. */
class VfioMayMakeVfsTest {

  @Test
  void refuses_vfs_without_enable_sriov() {
    SystemCalls.on(new TestHost().pf("03:00.0", 40, "vfio-pci", 4).build(), "6.1")
        .play("vfs 03:00.0 2 -> ENOENT");
  }

  @Test
  void allows_them_with_it() {
    on(new TestHost().pf("03:00.0", 40, "vfio-pci", 4).build(), "6.1")
        .play("set vfio_pci.enable_sriov Y -> OK\n vfs 03:00.0 2 -> OK");
  }

  @Test
  void is_not_asked_of_other_drivers() {
    SystemCalls.on(new TestHost().pf("03:00.0", 40, "igb", 4).build(), "6.1")
        .play("vfs 03:00.0 2 -> OK");
  }
}
