package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule container-awaits-backend. */
class ContainerAwaitsBackendTest {

  @Test
  void refuses_a_container_without_group() {
    SystemCalls.on(t1(), "6.1").play("A container c -> OK\nA setiommu c 3 -> EINVAL");
  }

  @Test
  void refuses_a_second_backend() {
    SystemCalls.on(t1(), "5.10")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA setiommu c 3 -> EINVAL\nA setiommu c 1 -> EINVAL");
  }

  @Test
  void allows_one_again_after_the_last_group_left() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA unsetcont g -> OK\nA setcont g c -> OK\nA setiommu c 1 -> OK");
  }
}
