package org.iommuscope.model.verdict;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;
import static org.iommuscope.testing.TestHosts.t2;
import static org.iommuscope.testing.TestHosts.t3;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.iommuscope.model.simulation.Simulation;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  @Test
  void heads_a_refusal_with_its_place_and_errno() {
    StepVerdict refused = last(on(t1(), "6.1").play("A+01:00.0 -> OK\n B+01:00.1 -> Q4 EBUSY"));
    assertEquals("REFUSED at Q4 with EBUSY", Explainer.headline(refused));
    assertEquals("no: guest A has opened group 7 for 0000:01:00.0", Explainer.card(refused));
  }

  @Test
  void says_why_a_group_is_not_viable() {
    StepVerdict refused = last(on(t2(), "6.1").play("A+01:00.0 -> Q5"));
    Cause cause = refused.because().getFirst();
    assertEquals("REFUSED at Q5", Explainer.headline(refused));
    assertEquals(
        List.of("0000:01:00.1 is in group 7", "0000:01:00.1 is bound to the driver snd_hda_intel"),
        cause.because().stream().map(Explainer::say).toList());
  }

  @Test
  void orders_what_would_help() {
    StepVerdict refused = last(on(t2(), "6.1").play("A+01:00.0 -> Q5"));
    assertEquals(
        List.of(
            "unbind 0000:01:00.1",
            "bind 0000:01:00.1 to vfio-pci",
            "take 0000:01:00.0 away from guest A"),
        refused.fixes().stream().map(Explainer::say).toList());
  }

  @Test
  void calls_a_crash_a_crash() {
    StepVerdict crash =
        last(on(t3(), "5.10").play("A+01:00.0 -> OK\n bind 01:00.1 snd_hda_intel -> CRASH"));
    assertEquals(
        "CRASHES: the kernel kills the writer, and the driver is bound", Explainer.headline(crash));
  }

  private static StepVerdict last(Simulation simulation) {
    return simulation.verdict().steps().getLast();
  }
}
