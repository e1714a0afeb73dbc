package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import org.junit.jupiter.api.Test;

/** The rule aux-domains-are-supported. */
class AuxDomainsAreSupportedTest {

  @Test
  void refuses_an_mdev_of_an_aux_device_on_an_iommu_without() {
    on(t10(), "5.10").with(aux()).with(withoutAux()).play("A+%s -> Q8 ENODEV".formatted(FIRST));
  }

  @Test
  void allows_any_number_of_mdevs_where_the_iommu_has_them() {
    on(t10(), "5.10").with(aux()).play("A+%s -> OK\n A+%s -> OK".formatted(FIRST, SECOND));
  }

  @Test
  void does_not_ask_of_mdevs_without_aux() {
    on(t10(), "5.10").with(backed()).with(withoutAux()).play("A+%s -> OK".formatted(FIRST));
  }
}
