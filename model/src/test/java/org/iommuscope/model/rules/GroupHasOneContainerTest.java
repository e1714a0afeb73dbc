package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule group-has-one-container. */
class GroupHasOneContainerTest {

  @Test
  void refuses_a_second_container() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA container e -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setcont g c -> EINVAL\nA setcont g e -> EINVAL");
  }

  @Test
  void allows_another_after_the_first_was_left() {
    SystemCalls.on(t1(), "5.10")
        .play(
            "A container c -> OK\nA container e -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA unsetcont g -> OK\nA setcont g e -> OK");
  }
}
