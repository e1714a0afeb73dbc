package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import java.util.OptionalLong;
import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule memory-can-be-locked. */
class MemoryCanBeLockedTest {

  @Test
  void refuses_an_ordinary_user_with_a_limit() {
    SystemCalls.on(t1(), "6.1")
        .user("A", 1000, OptionalLong.of(65536))
        .nodesOf(1000)
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA map c -> ENOMEM");
  }

  @Test
  void allows_root_and_users_without_limit() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA map c -> OK");
    SystemCalls.on(t1(), "6.1")
        .user("A", 1000, OptionalLong.empty())
        .nodesOf(1000)
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA map c -> OK");
  }
}
