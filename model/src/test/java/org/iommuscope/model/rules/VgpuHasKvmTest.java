package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.t8;

import java.util.List;
import java.util.OptionalLong;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.Viommu;
import org.junit.jupiter.api.Test;

/** The rule vgpu-has-kvm. */
class VgpuHasKvmTest {

  @Test
  void refuses_a_guest_without_kvm() {
    Guest slow =
        new Guest(
            new GuestName("A"),
            new Viommu.None(),
            Backend.LEGACY,
            false,
            0,
            OptionalLong.empty(),
            List.of(),
            List.of());
    on(t8(), "5.10").guest(slow).play("A+" + G1 + " -> Q10 ESRCH");
  }

  @Test
  void allows_one_with_it() {
    on(t8(), "5.10").play("A+" + G1 + " -> OK");
  }
}
