package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.mttys;
import static org.iommuscope.testing.TestHosts.t8;

import org.junit.jupiter.api.Test;

/** The rule vgpu-is-not-in-use. */
class VgpuIsNotInUseTest {

  @Test
  void refuses_to_remove_a_vgpu_in_use() {
    on(t8(), "5.10").play("A+" + G1 + " -> OK\n remove " + G1 + " -> REMOVE EBUSY");
  }

  @Test
  void waits_for_other_mdevs() {
    on(mttys("vfio_mdev"), "5.10").play("A+" + G1 + " -> OK\n remove " + G1 + " -> BLOCKS");
  }
}
