package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;

import org.junit.jupiter.api.Test;

/** The rule device-is-attached. */
class DeviceIsAttachedTest {

  @Test
  void refuses_to_take_out_what_is_not_there() {
    on(t1(), "6.1").play("A+01:00.0 -> OK\n A-01:00.1 -> ?");
  }

  @Test
  void allows_to_take_out_what_is() {
    on(t1(), "6.1").play("A+01:00.0 -> OK\n A-01:00.0 -> OK");
  }
}
