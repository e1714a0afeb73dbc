package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule device-has-group. */
class DeviceHasGroupTest {

  @Test
  void refuses_a_device_that_no_iommu_serves() {
    on(new TestHost().ungrouped("01:00.0", "-").build(), "6.1")
        .play("A+01:00.0 -> Q2 ENOENT m:no iommu_group found");
  }

  @Test
  void cannot_tell_when_the_group_was_not_captured() {
    on(new TestHost().groupUnread("01:00.0", "vfio-pci").build(), "6.1")
        .play("A+01:00.0 -> UNDECIDED");
  }

  @Test
  void allows_a_device_with_a_group() {
    on(t1(), "6.1").play("A+01:00.0 -> OK");
  }
}
