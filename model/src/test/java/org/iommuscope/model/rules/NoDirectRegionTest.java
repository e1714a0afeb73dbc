package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t14;

import org.junit.jupiter.api.Test;

/** The rule no-direct-region. */
class NoDirectRegionTest {

  @Test
  void refuses_at_set_iommu_in_5_10() {
    on(t14("direct"), "5.10").play("A+05:00.0 -> Q8 EPERM");
  }

  @Test
  void refuses_at_set_container_in_6_1() {
    on(t14("direct"), "6.1").play("A+05:00.0 -> Q7 EPERM");
  }

  @Test
  void refuses_with_another_errno_in_6_12() {
    on(t14("direct"), "6.12").play("A+05:00.0 -> Q7 EINVAL");
  }

  @Test
  void allows_a_relaxable_region() {
    on(t14("direct-relaxable"), "6.12").play("A+05:00.0 -> OK");
  }
}
