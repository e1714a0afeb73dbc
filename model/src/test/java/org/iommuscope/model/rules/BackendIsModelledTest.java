package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;

import org.junit.jupiter.api.Test;

/** The rule backend-is-modelled. */
class BackendIsModelledTest {

  @Test
  void cannot_tell_what_an_iommufd_would_do() {
    on(t1(), "6.12").qemu("10.0").play("A+01:00.0 iommufd=iommufd0 -> UNDECIDED");
  }

  @Test
  void allows_the_legacy_backend() {
    on(t1(), "6.12").qemu("10.0").play("A+01:00.0 -> OK");
  }
}
