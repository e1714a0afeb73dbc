package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.pair;
import static org.iommuscope.testing.TestHosts.t2;
import static org.iommuscope.testing.TestHosts.t3;
import static org.iommuscope.testing.TestHosts.t3s;
import static org.iommuscope.testing.TestHosts.t4;
import static org.iommuscope.testing.TestHosts.t4r;

import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The rule group-is-viable. */
class GroupIsViableTest {

  @Test
  void refuses_a_sibling_on_its_host_driver() {
    on(t2(), "5.10").play("A+01:00.0 -> Q5 {01:00.1} m:group 7 is not viable");
  }

  @Test
  void names_every_culprit() {
    on(
            new TestHost()
                .endpoint("01:00.0", 7, "vfio-pci")
                .endpoint("01:00.3", 7, "xhci_hcd")
                .endpoint("01:00.1", 7, "snd_hda_intel")
                .build(),
            "6.1")
        .play("A+01:00.0 -> Q5 {01:00.1 01:00.3}");
  }

  @Test
  void looks_at_headers_up_to_5_18_and_at_drivers_later() {
    on(t4("shpchp"), "5.10").play("A+01:00.0 -> OK");
    on(t4("shpchp"), "6.1").play("A+01:00.0 -> Q5 {00:01.0}");
    on(t4r(), "5.10").play("A+01:00.0 -> Q5 {00:1c.7}");
    on(t4r(), "6.1").play("A+01:00.0 -> OK");
  }

  @Test
  void cannot_tell_when_a_driver_was_not_captured() {
    on(pair("?"), "5.10").play("A+01:00.0 -> UNDECIDED");
  }

  @Test
  void allows_siblings_without_driver_and_on_pci_stub() {
    on(t3(), "5.10").play("A+01:00.0 -> OK");
    on(t3s(), "6.1").play("A+01:00.0 -> OK");
  }
}
