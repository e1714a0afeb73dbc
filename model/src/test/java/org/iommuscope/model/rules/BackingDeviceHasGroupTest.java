package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule backing-device-has-group. */
class BackingDeviceHasGroupTest {

  @Test
  void refuses_an_mdev_of_a_device_that_no_iommu_serves() {
    on(
            new TestHost()
                .ungrouped("01:00.0", "acme")
                .mdev(FIRST, 30, "vfio_mdev", "0000:01:00.0")
                .build(),
            "5.10")
        .with(backed())
        .play("A+%s -> Q8 ENODEV".formatted(FIRST));
  }

  @Test
  void allows_an_mdev_of_a_device_in_a_group() {
    on(t10(), "5.10").with(backed()).play("A+%s -> OK".formatted(FIRST));
  }
}
