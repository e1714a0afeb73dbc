package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.G2;
import static org.iommuscope.testing.TestHosts.mttys;
import static org.iommuscope.testing.TestHosts.t8;

import org.junit.jupiter.api.Test;

/** The rule guest-has-one-vgpu. */
class GuestHasOneVgpuTest {

  @Test
  void refuses_a_second_vgpu() {
    on(t8(), "5.10").play("A+" + G1 + " -> OK\n A+" + G2 + " -> Q10 EEXIST {" + G1 + "}");
  }

  @Test
  void allows_other_mdevs() {
    on(mttys("vfio_mdev"), "5.10").play("A+" + G1 + " -> OK\n A+" + G2 + " -> OK");
  }
}
