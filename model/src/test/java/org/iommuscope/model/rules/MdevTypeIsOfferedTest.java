package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule mdev-type-is-offered. */
class MdevTypeIsOfferedTest {

  @Test
  void refuses_a_type_of_another_parent() {
    SystemCalls.on(
            new TestHost().endpoint("00:02.0", 1, "mtty").offers("00:02.0", "mtty-1", 1).build(),
            "6.1")
        .play("create " + G1 + " 0000:00:02.0 mtty-2 -> ENOENT");
  }

  @Test
  void refuses_a_device_that_offers_none() {
    SystemCalls.on(t1(), "6.1").play("create " + G1 + " 0000:01:00.0 mtty-1 -> ENOENT");
  }

  @Test
  void allows_one_that_is_offered() {
    SystemCalls.on(
            new TestHost().endpoint("00:02.0", 1, "mtty").offers("00:02.0", "mtty-1", 1).build(),
            "6.1")
        .play("create " + G1 + " 0000:00:02.0 mtty-1 -> OK");
  }
}
