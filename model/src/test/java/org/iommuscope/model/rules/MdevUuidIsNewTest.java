package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.t8;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule mdev-uuid-is-new. */
class MdevUuidIsNewTest {

  @Test
  void refuses_a_uuid_that_exists() {
    SystemCalls.on(t8(), "5.10").play("create " + G1 + " 0000:00:02.0 i915-GVTg_V5_4 -> EEXIST");
  }

  @Test
  void refuses_what_is_no_uuid() {
    SystemCalls.on(t8(), "5.10").play("create not-a-uuid 0000:00:02.0 i915-GVTg_V5_4 -> EINVAL");
  }

  @Test
  void allows_a_new_one() {
    SystemCalls.on(
            new TestHost().endpoint("00:02.0", 1, "mtty").offers("00:02.0", "mtty-1", 1).build(),
            "6.1")
        .play("create " + G1 + " 0000:00:02.0 mtty-1 -> OK");
  }
}
