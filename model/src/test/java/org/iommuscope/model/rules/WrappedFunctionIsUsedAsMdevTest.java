package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import org.junit.jupiter.api.Test;

/** The rule wrapped-function-is-used-as-mdev. */
class WrappedFunctionIsUsedAsMdevTest {

  @Test
  void refuses_the_function_itself() {
    on(t7(), "5.10")
        .with(profile("proposed-attach"))
        .play(
            "A+01:00.0 -> Q10 ENODEV {01:00.0} m:error getting device from group 7: No such device");
  }

  @Test
  void allows_its_mdev() {
    on(t7(), "5.10").with(profile("proposed-attach")).play("A+%s -> OK".formatted(U));
  }

  @Test
  void says_that_the_group_is_taken_first() {
    on(t5(), "5.10")
        .with(profile("proposed-attach"))
        .play("A+%s -> OK\n B+01:00.1 -> Q8 EBUSY".formatted(U));
  }
}
