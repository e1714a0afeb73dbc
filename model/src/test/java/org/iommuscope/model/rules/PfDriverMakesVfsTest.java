package org.iommuscope.model.rules;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule pf-driver-makes-vfs. */
class PfDriverMakesVfsTest {

  @Test
  void refuses_a_pf_without_driver() {
    SystemCalls.on(new TestHost().pf("03:00.0", 40, "-", 4).build(), "6.1")
        .play("vfs 03:00.0 2 -> ENOENT");
  }

  @Test
  void allows_the_present_number_all_the_same() {
    SystemCalls.on(new TestHost().pf("03:00.0", 40, "-", 4).build(), "6.1")
        .play("vfs 03:00.0 0 -> OK");
  }

  @Test
  void cannot_tell_when_the_driver_was_not_captured() {
    SystemCalls.on(new TestHost().pf("03:00.0", 40, "?", 4).build(), "6.1")
        .play("vfs 03:00.0 2 -> UNDECIDED");
  }
}
