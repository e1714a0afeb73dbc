package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.G2;
import static org.iommuscope.testing.TestHosts.mttys;
import static org.iommuscope.testing.TestHosts.t1;

import org.junit.jupiter.api.Test;

/** The rule group-has-one-address-space. */
class GroupHasOneAddressSpaceTest {

  @Test
  void refuses_siblings_in_two_slots_of_a_viommu() {
    on(t1(), "6.1")
        .viommu("A")
        .play(
            "A+01:00.0 slot=3.0 -> OK\n A+01:00.1 slot=4.0 -> Q3 {01:00.0} m:group 7 used in multiple address spaces");
  }

  @Test
  void allows_siblings_behind_one_bridge() {
    on(t1(), "6.1").viommu("A").play("A+01:00.0 bus=b0 -> OK\n A+01:00.1 bus=b0 -> OK_REUSED");
  }

  @Test
  void allows_software_mdevs_of_one_parent() {
    on(mttys("mtty"), "6.1").viommu("A").play("A+" + G1 + " -> OK\n A+" + G2 + " -> OK");
  }
}
