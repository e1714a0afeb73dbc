package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;
import static org.iommuscope.testing.TestHosts.t2;

import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.Viommu;
import org.junit.jupiter.api.Test;

/** The rule caching-mode-is-on. */
class CachingModeIsOnTest {

  @Test
  void refuses_intel_iommu_without_it() {
    Guest guest =
        Guest.named(new GuestName("A")).withViommu(new Viommu.Present(Viommu.Model.INTEL, false));
    on(t1(), "6.1").guest(guest).play("A+01:00.0 -> OPTION m:We need to set caching-mode=on");
  }

  @Test
  void says_so_after_every_other_refusal() {
    Guest guest =
        Guest.named(new GuestName("A")).withViommu(new Viommu.Present(Viommu.Model.INTEL, false));
    on(t2(), "6.1").guest(guest).play("A+01:00.0 -> Q5");
  }

  @Test
  void allows_other_models_without_it() {
    Guest guest =
        Guest.named(new GuestName("A")).withViommu(new Viommu.Present(Viommu.Model.VIRTIO, false));
    on(t1(), "6.1").guest(guest).play("A+01:00.0 -> OK");
  }
}
