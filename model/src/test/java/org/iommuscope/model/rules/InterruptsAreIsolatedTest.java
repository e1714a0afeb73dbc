package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule interrupts-are-isolated. */
class InterruptsAreIsolatedTest {

  @Test
  void refuses_without_remapping() {
    on(new TestHost().endpoint("01:00.0", 7, "vfio-pci").withoutInterruptRemapping().build(), "6.1")
        .play("A+01:00.0 -> Q8 EPERM m:Failed to set iommu for container: Operation not permitted");
  }

  @Test
  void allows_it_with_the_parameter() {
    on(
            new TestHost()
                .endpoint("01:00.0", 7, "vfio-pci")
                .withoutInterruptRemapping()
                .parameter("vfio_iommu_type1.allow_unsafe_interrupts", "Y")
                .build(),
            "6.1")
        .play("A+01:00.0 -> OK");
  }

  @Test
  void assumes_remapping_and_says_so() {
    Simulation simulation =
        on(
                new TestHost()
                    .endpoint("01:00.0", 7, "vfio-pci")
                    .interruptRemappingUnread()
                    .build(),
                "6.1")
            .play("A+01:00.0 -> OK");
    assertEquals(Set.of("interruptRemapping"), simulation.verdict().assumed());
  }
}
