package org.iommuscope.model.rules;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule container-mixes-no-noiommu. */
class ContainerMixesNoNoiommuTest {

  @Test
  void refuses_a_noiommu_group_beside_a_real_one() {
    SystemCalls.on(
            new TestHost()
                .endpoint("01:00.0", 7, "vfio-pci")
                .endpoint("04:00.0", 0, "vfio-pci")
                .noiommu(0)
                .build(),
            "6.12")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA group n noiommu-0 -> OK\nA setcont n c -> EPERM");
  }

  @Test
  void allows_either_alone() {
    SystemCalls.on(
            new TestHost()
                .endpoint("01:00.0", 7, "vfio-pci")
                .endpoint("04:00.0", 0, "vfio-pci")
                .noiommu(0)
                .build(),
            "6.12")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA container e -> OK\nA group n noiommu-0 -> OK\nA setcont n e -> OK");
  }
}
