package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Fix;
import org.iommuscope.model.verdict.Holder;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.testing.SystemCalls;
import org.junit.jupiter.api.Test;

/** The rule group-opens-once. */
class GroupOpensOnceTest {

  @Test
  void refuses_a_second_open_of_the_group() {
    SystemCalls.on(t1(), "6.1")
        .play("A group g 7 -> OK\nA group h 7 -> EBUSY\nB group g 7 -> EBUSY");
  }

  @Test
  void refuses_it_while_a_device_file_is_left() {
    SystemCalls.on(t1(), "5.10")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA getdev g 0000:01:00.0 d -> OK\nA close g -> OK\nA close c -> OK\nB group g 7 -> EBUSY\nA close d -> OK\nB group g 7 -> OK");
  }

  @Test
  void names_the_holder_and_offers_to_share() {
    Simulation simulation =
        on(t1(), "6.1").play("A+01:00.0 -> OK\n B+01:00.1 -> Q4 EBUSY {01:00.0}");
    StepVerdict refused = simulation.verdict().steps().get(1);
    DeviceRef held = DeviceRef.parse("0000:01:00.0");
    DeviceRef wanted = DeviceRef.parse("0000:01:00.1");
    assertEquals(Optional.of(new Holder(new GuestName("A"), held, 0)), refused.heldBy());
    assertEquals(
        new Fix(new PlanChange.Assign(new GuestName("A"), wanted)), refused.fixes().getFirst());
  }

  @Test
  void allows_it_again_when_the_process_ended() {
    SystemCalls.on(t1(), "6.1")
        .play(
            "A container c -> OK\nA group g 7 -> OK\nA setcont g c -> OK\nA setiommu c 3 -> OK\nA getdev g 0000:01:00.0 d -> OK\nA end -> OK\nB group g 7 -> OK");
  }
}
