package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t11;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule vf-count-passes-zero. */
class VfCountPassesZeroTest {

  @Test
  void refuses_another_number_while_there_are_vfs() {
    SystemCalls.on(t11("igb"), "6.1").play("vfs 03:00.0 1 -> EBUSY\nvfs 03:00.0 4 -> EBUSY");
  }

  @Test
  void allows_the_present_number_and_zero() {
    SystemCalls.on(t11("igb"), "6.1")
        .play("vfs 03:00.0 2 -> OK\nvfs 03:00.0 0 -> OK\nvfs 03:00.0 1 -> OK");
  }
}
