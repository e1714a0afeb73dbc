package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.*;

import java.util.OptionalLong;
import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule cdev-is-permitted. */
class CdevIsPermittedTest {

  @Test
  void refuses_another_user_than_the_nodes() {
    SystemCalls.on(t1(), "6.12")
        .user("A", 1000, OptionalLong.empty())
        .play("A open d 0000:01:00.0 -> EACCES");
  }

  @Test
  void allows_the_user_who_was_given_it() {
    SystemCalls.on(t1(), "6.12")
        .user("A", 1000, OptionalLong.empty())
        .nodesOf(1000)
        .play("A open d 0000:01:00.0 -> OK");
  }
}
