package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule vf-count-is-within-total. */
class VfCountIsWithinTotalTest {

  @Test
  void refuses_more_than_the_hardware_makes() {
    SystemCalls.on(new TestHost().pf("03:00.0", 40, "igb", 4).build(), "6.1")
        .play("vfs 03:00.0 5 -> ERANGE");
  }

  @Test
  void refuses_a_function_without_sriov() {
    SystemCalls.on(t1(), "6.1").play("vfs 01:00.0 1 -> ENOENT");
  }

  @Test
  void allows_all_of_them() {
    SystemCalls.on(new TestHost().pf("03:00.0", 40, "igb", 4).build(), "6.1")
        .play("vfs 03:00.0 4 -> OK");
  }
}
