package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.*;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule iommufd-exists. */
class IommufdExistsTest {

  @Test
  void refuses_kernels_before_6_2() {
    SystemCalls.on(t1(), "6.1").play("A iommufd i -> ENOENT");
  }

  @Test
  void allows_later_ones() {
    SystemCalls.on(t1(), "6.12").play("A iommufd i -> OK\nA ioas i -> OK");
  }
}
