package org.iommuscope.model.rules;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;

import java.util.Map;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.Environment.MdevBacking;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule group-is-in-default-domain. */
class GroupIsInDefaultDomainTest {

  @Test
  void refuses_the_second_attach_of_a_group() {
    on(t10(), "5.10")
        .with(backed())
        .play("A+%s -> OK\n B+%s -> Q8 EBUSY\n A+%s -> Q8 EBUSY".formatted(FIRST, SECOND, SECOND));
  }

  @Test
  void refuses_a_sibling_while_an_mdev_has_the_group() {
    on(
            new TestHost()
                .endpoint("01:00.0", 7, "vfio-pci")
                .endpoint("01:00.1", 7, "pci-stub")
                .mdev(FIRST, 30, "vfio_mdev", "0000:01:00.1")
                .build(),
            "5.10")
        .with(annotated(Map.of(FIRST, Annotation.backedBy(DeviceRef.parse("0000:01:00.1")))))
        .with(mdevBacking(MdevBacking.ATTACH_GROUP))
        .play("A+%s -> OK\n B+01:00.0 -> Q8 EBUSY {%s}".formatted(FIRST, FIRST));
  }

  @Test
  void is_not_asked_without_default_domains() {
    on(t10(), "5.10")
        .with(backed())
        .with(withoutDefaultDomain())
        .play("A+%s -> OK\n B+%s -> UNSAFE".formatted(FIRST, SECOND));
  }
}
