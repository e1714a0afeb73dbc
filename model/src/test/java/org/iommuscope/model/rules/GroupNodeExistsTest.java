package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t13;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule group-node-exists. */
class GroupNodeExistsTest {

  @Test
  void refuses_a_group_without_vfio_device() {
    on(new TestHost().endpoint("06:00.0", 6, "nvme").build(), "6.1")
        .play("A+06:00.0 -> Q4 ENOENT m:failed to open /dev/vfio/6: No such file or directory");
  }

  @Test
  void refuses_qemu_a_noiommu_group() {
    on(t13(), "6.12").play("A+04:00.0 -> Q4 ENOENT");
  }

  @Test
  void cannot_tell_when_the_driver_was_not_captured() {
    on(new TestHost().endpoint("06:00.0", 6, "?").build(), "6.1").play("A+06:00.0 -> UNDECIDED");
  }

  @Test
  void allows_other_programs_the_noiommu_node() {
    SystemCalls.on(t13(), "6.12").play("A group g noiommu-0 -> OK");
  }
}
