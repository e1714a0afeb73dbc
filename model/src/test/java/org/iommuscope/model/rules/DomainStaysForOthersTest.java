package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import org.junit.jupiter.api.Test;

/** The rule domain-stays-for-others. */
class DomainStaysForOthersTest {

  @Test
  void finds_the_posted_detach_unsafe() {
    on(t5(), "5.10")
        .with(profile("proposed-attach"))
        .with(detachAsPosted())
        .play("A+01:00.0 -> OK\n A+%s -> OK_REUSED\n A-%s -> UNSAFE {01:00.0}".formatted(U, U));
  }

  @Test
  void does_not_mind_the_last_to_leave() {
    on(t5(), "5.10")
        .with(profile("proposed-attach"))
        .with(detachAsPosted())
        .play("A+%s -> OK\n A-%s -> OK\n B+01:00.0 -> OK".formatted(U, U));
  }

  @Test
  void is_kept_as_it_was_meant() {
    on(t5(), "5.10")
        .with(profile("proposed-attach"))
        .play(
            "A+01:00.0 -> OK\n A+%s -> OK_REUSED\n A-%s -> OK\n B+%s -> Q8 EBUSY"
                .formatted(U, U, U));
  }
}
