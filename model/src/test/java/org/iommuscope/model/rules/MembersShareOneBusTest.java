package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;

import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule members-share-one-bus. */
class MembersShareOneBusTest {

  @Test
  void refuses_a_group_of_two_buses_up_to_5_18() {
    on(
            new TestHost()
                .endpoint("01:00.0", 7, "vfio-pci")
                .platform("a003e00.gpu", 7, "-")
                .build(),
            "5.10")
        .play("A+01:00.0 -> Q8 EINVAL");
  }

  @Test
  void is_not_asked_from_5_19_on() {
    on(
            new TestHost()
                .endpoint("01:00.0", 7, "vfio-pci")
                .platform("a003e00.gpu", 7, "-")
                .build(),
            "6.1")
        .play("A+01:00.0 -> OK");
  }
}
