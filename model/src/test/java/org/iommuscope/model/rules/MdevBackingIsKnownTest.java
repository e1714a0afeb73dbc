package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.t8;

import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule mdev-backing-is-known. */
class MdevBackingIsKnownTest {

  @Test
  void cannot_tell_of_an_unknown_vendor_driver_up_to_5_15() {
    on(
            new TestHost()
                .endpoint("01:00.0", 7, "acme")
                .mdev(G1, 20, "vfio_mdev", "0000:01:00.0")
                .build(),
            "5.10")
        .play("A+" + G1 + " -> UNDECIDED");
  }

  @Test
  void knows_the_vendor_drivers_that_isolate() {
    on(t8(), "5.10").play("A+" + G1 + " -> OK");
  }

  @Test
  void is_not_asked_from_5_16_on() {
    on(
            new TestHost()
                .endpoint("01:00.0", 7, "acme")
                .mdev(G1, 20, "acme", "0000:01:00.0")
                .build(),
            "6.1")
        .play("A+" + G1 + " -> OK");
  }
}
