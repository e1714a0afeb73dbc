package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t3;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule vfio-device-has-group. */
class VfioDeviceHasGroupTest {

  @Test
  void refuses_a_device_that_no_iommu_serves() {
    SystemCalls.on(new TestHost().ungrouped("01:00.0", "-").build(), "6.1")
        .play("bind 01:00.0 vfio-pci -> EINVAL");
  }

  @Test
  void allows_it_in_noiommu_mode() {
    SystemCalls.on(
            new TestHost()
                .ungrouped("01:00.0", "-")
                .parameter("vfio.enable_unsafe_noiommu_mode", "Y")
                .build(),
            "6.12")
        .play("bind 01:00.0 vfio-pci -> OK\nA group g noiommu-0 -> OK");
  }

  @Test
  void allows_a_device_with_a_group() {
    SystemCalls.on(t3(), "6.1").play("bind 01:00.1 vfio-pci -> OK");
  }
}
