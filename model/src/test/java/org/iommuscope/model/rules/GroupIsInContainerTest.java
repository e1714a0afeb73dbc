package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule group-is-in-container. */
class GroupIsInContainerTest {

  @Test
  void refuses_to_leave_what_was_not_entered() {
    SystemCalls.on(t1(), "6.1").play("A group g 7 -> OK\nA unsetcont g -> EINVAL");
  }

  @Test
  void allows_to_leave_once() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA unsetcont g -> OK\nA unsetcont g -> EINVAL");
  }
}
