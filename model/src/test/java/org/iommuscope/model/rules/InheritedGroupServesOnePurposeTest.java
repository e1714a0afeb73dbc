package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import org.junit.jupiter.api.Test;

/** The rule inherited-group-serves-one-purpose. */
class InheritedGroupServesOnePurposeTest {

  @Test
  void refuses_a_sibling_beside_the_mdev() {
    on(t5(), "5.10")
        .with(profile("proposed-inherit"))
        .with(inheritStrict())
        .play("A+%s -> OK\n A+01:00.0 -> Q10 EBUSY {%s}".formatted(U, U));
  }

  @Test
  void refuses_the_mdev_beside_a_sibling() {
    on(t5(), "5.10")
        .with(profile("proposed-inherit"))
        .with(inheritStrict())
        .play("A+01:00.0 -> OK\n A+%s -> Q10 EBUSY {01:00.0}".formatted(U));
  }

  @Test
  void is_not_asked_by_default() {
    on(t5(), "5.10")
        .with(profile("proposed-inherit"))
        .play("A+%s -> OK\n A+01:00.0 -> OK_REUSED".formatted(U));
  }
}
