package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.*;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule iommufd-serves-type. */
class IommufdServesTypeTest {

  @Test
  void refuses_an_iommufd_without_group() {
    SystemCalls.on(t1(), "6.12").play("A iommufd i -> OK\nA setiommu i 3 -> ENODEV");
  }

  @Test
  void allows_type1_and_no_other_type() {
    SystemCalls.on(t1(), "6.12")
        .play(
            """
            A iommufd i -> OK
            A group g 7 -> OK
            A setcont g i -> OK
            A setiommu i 6 -> EINVAL
            A setiommu i 3 -> OK
            A setiommu i 1 -> OK
            A getdev g 0000:01:00.0 d -> OK
            """);
  }
}
