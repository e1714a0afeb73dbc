package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;

import java.util.Optional;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule dma-is-coherent. */
class DmaIsCoherentTest {

  @Test
  void refuses_a_device_that_is_annotated_otherwise() {
    DeviceRef device = DeviceRef.parse("0000:01:00.0");
    Annotation incoherent = Annotation.NONE.withCacheCoherent(Optional.of(false));
    on(new TestHost().endpoint("01:00.0", 7, "-").build(), "6.1")
        .annotated(device, incoherent)
        .play("bind 01:00.0 vfio-pci -> PROBE EINVAL");
  }

  @Test
  void allows_it_when_nothing_is_said() {
    on(new TestHost().endpoint("01:00.0", 7, "-").build(), "6.1")
        .play("bind 01:00.0 vfio-pci -> OK");
  }
}
