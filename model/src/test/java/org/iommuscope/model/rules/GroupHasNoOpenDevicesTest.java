package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t1;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule group-has-no-open-devices. */
class GroupHasNoOpenDevicesTest {

  @Test
  void refuses_to_leave_with_a_device_open() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA getdev g 0000:01:00.0 d -> OK\nA unsetcont g -> EBUSY\nA close d -> OK\nA unsetcont g -> OK");
  }

  @Test
  void allows_to_leave_without() {
    SystemCalls.on(t1(), "5.10")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA unsetcont g -> OK");
  }
}
