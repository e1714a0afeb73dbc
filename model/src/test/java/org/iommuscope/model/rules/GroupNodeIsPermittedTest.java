package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import java.util.OptionalLong;
import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule group-node-is-permitted. */
class GroupNodeIsPermittedTest {

  @Test
  void refuses_an_ordinary_user() {
    SystemCalls.on(t1(), "6.1").user("A", 1000, OptionalLong.empty()).play("A group g 7 -> EACCES");
  }

  @Test
  void allows_the_owner_of_the_node() {
    SystemCalls.on(t1(), "6.1")
        .user("A", 1000, OptionalLong.empty())
        .nodesOf(1000)
        .play("A group g 7 -> OK");
  }
}
