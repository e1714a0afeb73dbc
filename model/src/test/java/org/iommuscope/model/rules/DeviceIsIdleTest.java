package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule device-is-idle. */
class DeviceIsIdleTest {

  @Test
  void waits_for_the_device_alone_from_5_19_on() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA getdev g 0000:01:00.0 d -> OK\nunbind 01:00.0 -> BLOCKED\nA close d -> OK\nunbind 01:00.0 -> OK\nA status g -> viable");
  }

  @Test
  void waits_for_the_container_too_up_to_5_18() {
    SystemCalls.on(new TestHost().endpoint("01:00.0", 7, "vfio-pci").build(), "5.10")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nunbind 01:00.0 -> BLOCKED\nA getdev g 0000:01:00.0 d -> ENODEV\nA status g -> viable\nA close g -> OK\nunbind 01:00.0 -> OK");
  }

  @Test
  void allows_it_while_the_group_is_merely_open() {
    SystemCalls.on(new TestHost().endpoint("01:00.0", 7, "vfio-pci").build(), "5.10")
        .play("A group g 7 -> OK\nunbind 01:00.0 -> OK");
  }

  @Test
  void allows_a_sibling_that_nobody_has_open() {
    SystemCalls.on(t1(), "5.10")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA getdev g 0000:01:00.0 d -> OK\nunbind 01:00.1 -> OK");
  }
}
