package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;

import java.util.List;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.Test;

/** The rule guest-starts-once. */
class GuestStartsOnceTest {

  @Test
  void refuses_a_second_start() {
    on(t1(), "6.1").guest(with("01:00.0")).play("start A -> OK\n start A -> ?");
  }

  @Test
  void allows_one_after_a_stop() {
    on(t1(), "6.1").guest(with("01:00.0")).play("start A -> OK\n A! -> OK\n start A -> OK");
  }

  private static Guest with(String device) {
    return Guest.named(new GuestName("A"))
        .withDevices(List.of(GuestDevice.of(DeviceRef.parse(device))));
  }
}
