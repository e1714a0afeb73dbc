package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule aux-device-takes-no-primary-domain. */
class AuxDeviceTakesNoPrimaryDomainTest {

  @Test
  void refuses_to_attach_an_aux_device_as_a_whole() {
    on(new TestHost().endpoint("01:00.0", 7, "vfio-pci").build(), "5.10")
        .with(aux())
        .play("A+01:00.0 -> Q8 EPERM {01:00.0}");
  }

  @Test
  void allows_its_mdevs() {
    on(t10(), "5.10").with(aux()).play("A+%s -> OK".formatted(FIRST));
  }

  @Test
  void asks_intel_only() {
    on(new TestHost().endpoint("01:00.0", 7, "vfio-pci").iommu(IommuKind.AMD).build(), "5.10")
        .with(aux())
        .play("A+01:00.0 -> OK");
  }
}
