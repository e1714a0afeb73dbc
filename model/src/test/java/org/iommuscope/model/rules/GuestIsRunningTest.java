package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;

import org.junit.jupiter.api.Test;

/** The rule guest-is-running. */
class GuestIsRunningTest {

  @Test
  void refuses_to_plug_into_a_guest_that_does_not_run() {
    on(t1(), "6.1").play("A+01:00.0 -> OK\n A! -> OK\n A! -> ?");
  }

  @Test
  void allows_it_when_it_runs() {
    on(t1(), "6.1").play("A+01:00.0 -> OK\n A+01:00.1 -> OK_REUSED");
  }
}
