package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import org.iommuscope.model.plan.Environment.MdevBacking;
import org.junit.jupiter.api.Test;

/** The rule backing-group-is-viable. */
class BackingGroupIsViableTest {

  @Test
  void finds_a_host_driver_beside_the_device_unsafe() {
    on(t12(), "5.10")
        .with(mdevBacking(MdevBacking.ATTACH_GROUP))
        .play("A+%s -> UNSAFE {01:00.0}".formatted(U));
  }

  @Test
  void does_not_mind_the_parent_itself() {
    on(t10(), "5.10").with(backed()).play("A+%s -> OK".formatted(FIRST));
  }

  @Test
  void cannot_tell_where_a_siblings_driver_was_not_captured() {
    on(beside("?").build(), "5.10")
        .with(mdevBacking(MdevBacking.ATTACH_GROUP))
        .play("A+%s -> UNDECIDED".formatted(U));
  }
}
