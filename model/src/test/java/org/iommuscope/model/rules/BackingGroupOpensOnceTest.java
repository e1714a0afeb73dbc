package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import org.junit.jupiter.api.Test;

/** The rule backing-group-opens-once. */
class BackingGroupOpensOnceTest {

  @Test
  void refuses_to_open_the_group_of_an_attached_mdev() {
    on(t5(), "5.10")
        .with(profile("proposed-open-count"))
        .play("A+%s -> OK\n B+01:00.0 -> Q4 EBUSY {%s}".formatted(U, U));
  }

  @Test
  void refuses_an_mdev_of_an_open_group() {
    on(t5(), "5.10")
        .with(profile("proposed-open-count"))
        .play("A+01:00.0 -> OK\n B+%s -> Q8 EBUSY {01:00.0}".formatted(U));
  }

  @Test
  void allows_either_alone() {
    on(t5(), "5.10")
        .with(profile("proposed-open-count"))
        .play("A+01:00.0 -> OK\n A! -> OK\n A+%s -> OK".formatted(U));
  }
}
