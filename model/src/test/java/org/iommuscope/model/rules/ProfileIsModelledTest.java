package org.iommuscope.model.rules;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.t1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Outcome;
import org.junit.jupiter.api.Test;

/** The rule profile-is-modelled. */
class ProfileIsModelledTest {

  @Test
  void cannot_tell_what_a_proposal_would_do() {
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withGuest(
            new GuestName("A"),
            guest -> guest.withDevices(List.of(GuestDevice.of(DeviceRef.parse("0000:01:00.0")))));
    Simulation simulation =
        new AttachSimulator(LocalDate.EPOCH).run(t1(), plan, RuleProfiles.PROPOSED_ATTACH);
    assertEquals(Outcome.UNDECIDED, simulation.verdict().outcome());
  }

  @Test
  void knows_the_released_kernels() {
    on(t1(), "6.1").play("A+01:00.0 -> OK");
  }
}
