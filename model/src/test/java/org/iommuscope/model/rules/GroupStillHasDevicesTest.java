package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.SystemCalls;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule group-still-has-devices. */
class GroupStillHasDevicesTest {

  @Test
  void refuses_a_group_that_died_under_its_file() {
    SystemCalls.on(new TestHost().endpoint("01:00.0", 7, "vfio-pci").build(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nunbind 01:00.0 -> OK\nA status g -> ENODEV\nA setcont g c -> ENODEV\nA getdev g 0000:01:00.0 d -> ENODEV\nA close g -> OK");
  }

  @Test
  void allows_one_that_keeps_a_device() {
    SystemCalls.on(t1(), "6.1")
        .play("A group g 7 -> OK\nunbind 01:00.0 -> OK\nA status g -> viable");
  }
}
