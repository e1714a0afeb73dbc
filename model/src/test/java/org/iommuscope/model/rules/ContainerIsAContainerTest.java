package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule container-is-a-container. */
class ContainerIsAContainerTest {

  @Test
  void refuses_the_file_of_a_group() {
    SystemCalls.on(t1(), "6.1")
        .play("A group g 7 -> OK\nA group h 8 -> OK\nA setcont g h -> EINVAL");
  }

  @Test
  void refuses_it_with_another_errno_from_6_12_on() {
    SystemCalls.on(t1(), "6.12")
        .play("A group g 7 -> OK\nA group h 8 -> OK\nA setcont g h -> EBADFD");
  }

  @Test
  void allows_a_container() {
    SystemCalls.on(t1(), "6.12")
        .play("A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK");
  }
}
