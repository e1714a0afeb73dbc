package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;

import org.junit.jupiter.api.Test;

/** The rule device-is-attached-once. */
class DeviceIsAttachedOnceTest {

  @Test
  void refuses_a_second_time() {
    on(t1(), "6.1")
        .play("A+01:00.0 -> OK\n A+01:00.0 -> Q9 {01:00.0} m:device is already attached");
  }

  @Test
  void allows_it_again_after_it_was_given_back() {
    on(t1(), "6.1").play("A+01:00.0 -> OK\n A-01:00.0 -> OK\n A+01:00.0 -> OK");
  }
}
