package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import org.junit.jupiter.api.Test;

/** The rule group-is-attached-by-nobody-else. */
class GroupIsAttachedByNobodyElseTest {

  @Test
  void allows_the_container_that_attached_it() {
    on(t5(), "5.10")
        .with(profile("proposed-attach"))
        .play("A+01:00.0 -> OK\n A+%s -> OK_REUSED".formatted(U));
  }

  @Test
  void refuses_another_guests_container() {
    on(t5(), "5.10")
        .with(profile("proposed-attach"))
        .play("A+01:00.0 -> OK\n B+%s -> Q8 EBUSY {01:00.0}".formatted(U));
  }

  @Test
  void refuses_another_container_of_the_same_guest() {
    on(t5(), "5.10")
        .with(profile("proposed-attach"))
        .viommu("A")
        .play("A+%s slot=3.0 -> OK\n A+01:00.0 slot=4.0 -> Q8 EBUSY".formatted(U));
  }

  @Test
  void is_not_asked_without_default_domains() {
    on(t6(), "5.10")
        .with(profile("proposed-attach"))
        .with(withoutDefaultDomain())
        .play("A+%s -> OK\n B+%s -> UNSAFE".formatted(U0, U1));
  }
}
