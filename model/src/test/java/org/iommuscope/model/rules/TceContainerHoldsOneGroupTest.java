package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;

import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule tce-container-holds-one-group. */
class TceContainerHoldsOneGroupTest {

  @Test
  void refuses_a_second_group() {
    SystemCalls.on(
            new TestHost()
                .endpoint("01:00.0", 7, "vfio-pci")
                .endpoint("02:00.0", 8, "vfio-pci")
                .iommu(IommuKind.SPAPR)
                .build(),
            "6.12")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 2 -> OK\nA group h 8 -> OK\nA setcont h c -> EBUSY");
  }

  @Test
  void lets_qemu_go_on_with_another_container() {
    on(
            new TestHost()
                .endpoint("01:00.0", 7, "vfio-pci")
                .endpoint("02:00.0", 8, "vfio-pci")
                .iommu(IommuKind.SPAPR)
                .build(),
            "6.12")
        .play("A+01:00.0 -> OK\n A+02:00.0 -> OK");
  }
}
