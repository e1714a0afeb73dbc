package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.Departures;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A device leaves its driver, a VF its PF and an mdev its parent only when no guest has it open; up
 * to 5.18 the last of a group waits until the group has left its container, too. {@code
 * vfio_unregister_group_dev}, Linux 5.10 and 6.1.
 */
final class DeviceIsIdle implements Rule {

  static final RuleId ID = new RuleId("device-is-idle");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    for (DeviceRef leaving : Departures.leaving(situation.state(), situation.step())) {
      Optional<Departures.Wait> wait = Departures.waitOf(situation.state(), leaving);
      if (wait.isPresent()) {
        return new Finding.Waits(objection(situation, leaving, wait.get()));
      }
    }
    return Finding.ALLOWED;
  }

  private static Objection objection(Situation situation, DeviceRef device, Departures.Wait wait) {
    GroupId group = situation.state().groupOf(device).orElseThrow();
    Optional<GuestName> guest = Holders.guestOf(situation.state(), group);
    Statement why =
        wait == Departures.Wait.CONTAINER || guest.isEmpty()
            ? new Statement.LastOfGroup(device, group)
            : new Statement.DeviceOpen(device, guest.get());
    Objection objection =
        Holders.name(Objection.of(ID, Cause.fact(why)), situation.state(), group)
            .blaming(List.of(device))
            .logging("Device is currently in use, task blocked until device is released");
    return Remedies.release(guest, Holders.devicesOf(situation.state(), group))
        .map(objection::fixedBy)
        .orElse(objection);
  }
}
