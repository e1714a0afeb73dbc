package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;
import static org.iommuscope.testing.TestHosts.t13;

import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule backend-serves-type. */
class BackendServesTypeTest {

  @Test
  void refuses_types_that_no_backend_knows() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 8 -> ENODEV\nA setiommu c 7 -> ENODEV\nA setiommu c 6 -> EINVAL");
  }

  @Test
  void refuses_nesting_with_another_errno_in_5_10() {
    SystemCalls.on(t1(), "5.10")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 6 -> ENODEV");
  }

  @Test
  void allows_another_try_after_a_refusal() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 8 -> ENODEV\nA setiommu c 1 -> OK");
  }

  @Test
  void allows_noiommu_for_groups_without_iommu_only() {
    SystemCalls.on(t13(), "6.12")
        .play(
            "A container c -> OK\nA group g noiommu-0 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> ENODEV\nA setiommu c 8 -> OK");
  }

  @Test
  void allows_tce_on_power() {
    SystemCalls.on(
            new TestHost().endpoint("01:00.0", 7, "vfio-pci").iommu(IommuKind.SPAPR).build(),
            "6.12")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> ENODEV\nA setiommu c 2 -> OK");
  }
}
