package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.pair;
import static org.iommuscope.testing.TestHosts.t2;
import static org.iommuscope.testing.TestHosts.t3s;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule dma-owner-is-free. */
class DmaOwnerIsFreeTest {

  @Test
  void refuses_the_claim_beside_a_host_driver() {
    SystemCalls.on(t2(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA status g -> not viable\nA setcont g c -> EPERM");
  }

  @Test
  void is_not_asked_up_to_5_18() {
    SystemCalls.on(t2(), "5.10")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA getdev g 0000:01:00.0 d -> EINVAL");
  }

  @Test
  void cannot_tell_when_a_driver_was_not_captured() {
    SystemCalls.on(pair("?"), "6.1")
        .play("A container c -> OK\nA group g 7 -> OK\nA setcont g c -> UNDECIDED");
  }

  @Test
  void allows_siblings_without_driver_and_on_pci_stub() {
    SystemCalls.on(t3s(), "6.1")
        .play("A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK");
  }
}
