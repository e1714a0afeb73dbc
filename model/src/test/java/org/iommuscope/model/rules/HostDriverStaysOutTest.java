package org.iommuscope.model.rules;

import static org.iommuscope.testing.TestHosts.t3;

import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule host-driver-stays-out. */
class HostDriverStaysOutTest {

  @Test
  void kills_the_writer_up_to_5_18_and_binds_the_driver() {
    SystemCalls.on(t3(), "5.10")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA getdev g 0000:01:00.0 d -> OK\nbind 01:00.1 e1000 -> KILLED\nA status g -> not viable\nA getdev g 0000:01:00.0 e -> EINVAL");
  }

  @Test
  void refuses_the_probe_from_5_19_on() {
    SystemCalls.on(t3(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nbind 01:00.1 e1000 -> EBUSY\nA getdev g 0000:01:00.0 d -> OK");
  }

  @Test
  void allows_pci_stub_and_vfio_pci() {
    SystemCalls.on(t3(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nbind 01:00.1 pci-stub -> OK\nbind 01:00.1 vfio-pci -> OK");
  }

  @Test
  void allows_it_while_the_group_is_merely_open() {
    SystemCalls.on(t3(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nbind 01:00.1 e1000 -> OK\nA status g -> not viable\nA setcont g c -> EPERM");
  }
}
