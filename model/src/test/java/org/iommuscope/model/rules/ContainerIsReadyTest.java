package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule container-is-ready. */
class ContainerIsReadyTest {

  @Test
  void refuses_a_device_before_its_group_has_a_backend() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA getdev g 0000:01:00.0 d -> EINVAL\nA setcont g c -> OK\nA getdev g 0000:01:00.0 d -> EINVAL\nA setiommu c 3 -> OK\nA getdev g 0000:01:00.0 d -> OK");
  }

  @Test
  void is_asked_before_the_name_up_to_5_18() {
    SystemCalls.on(t1(), "5.10")
        .play("A container c -> OK\nA group g 7 -> OK\nA getdev g 0000:ff:1f.7 d -> EINVAL");
  }

  @Test
  void is_asked_after_the_name_from_5_19_on() {
    SystemCalls.on(t1(), "6.1")
        .play("A container c -> OK\nA group g 7 -> OK\nA getdev g 0000:ff:1f.7 d -> ENODEV");
  }
}
