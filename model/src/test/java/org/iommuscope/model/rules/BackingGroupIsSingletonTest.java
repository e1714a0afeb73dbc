package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import org.iommuscope.model.plan.Environment.MdevBacking;
import org.junit.jupiter.api.Test;

/** The rule backing-group-is-singleton. */
class BackingGroupIsSingletonTest {

  @Test
  void refuses_a_function_with_siblings_or_a_bridge_in_its_group() {
    on(t5(), "5.10").play("A+%s -> Q8 EINVAL {01:00.0}".formatted(U));
    on(t16(), "5.10").play("A+%s -> Q8 EINVAL {00:01.0}".formatted(U));
  }

  @Test
  void allows_a_function_alone() {
    on(t7(), "5.10").play("A+%s -> OK".formatted(U));
  }

  @Test
  void is_not_asked_by_a_type1_that_attaches_whole_groups() {
    on(t16(), "5.10").with(mdevBacking(MdevBacking.ATTACH_GROUP)).play("A+%s -> OK".formatted(U));
  }
}
