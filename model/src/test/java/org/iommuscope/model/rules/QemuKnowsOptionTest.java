package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;
import static org.iommuscope.testing.TestHosts.t11;

import org.junit.jupiter.api.Test;

/** The rule qemu-knows-option. */
class QemuKnowsOptionTest {

  @Test
  void refuses_a_token_before_10_0() {
    on(t11("ixgbe"), "6.1")
        .qemu("7.2")
        .play(
            "A+03:10.0 token=00112233-4455-6677-8899-aabbccddeeff -> OPTION m:Property 'vfio-pci.vf-token' not found");
  }

  @Test
  void refuses_an_iommufd_before_10_0() {
    on(t1(), "6.12")
        .qemu("7.2")
        .play("A+01:00.0 iommufd=i0 -> OPTION m:Property 'vfio-pci.iommufd' not found");
  }

  @Test
  void allows_a_token_from_10_0_on() {
    on(t11("vfio-pci"), "6.1")
        .qemu("10.0")
        .play("A+03:00.0 token=00112233-4455-6677-8899-aabbccddeeff -> OK");
  }
}
