package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
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
    List<DeviceRef> waiting =
        Departures.leaving(situation.state(), situation.step()).stream()
            .filter(leaving -> Departures.waitOf(situation.state(), leaving).isPresent())
            .toList();
    return waiting.isEmpty()
        ? Finding.ALLOWED
        : new Finding.Waits(objection(situation.state(), waiting));
  }

  private static Objection objection(AttachState state, List<DeviceRef> waiting) {
    Cause[] causes =
        waiting.stream().map(device -> Cause.fact(why(state, device))).toArray(Cause[]::new);
    Objection objection =
        Holders.name(Objection.of(ID, causes), state, group(state, waiting.getFirst()))
            .blaming(waiting)
            .logging("Device is currently in use, task blocked until device is released");
    return Remedies.release(held(state, waiting)).map(objection::fixedBy).orElse(objection);
  }

  private static Statement why(AttachState state, DeviceRef device) {
    GroupId group = group(state, device);
    Optional<GuestName> guest = Holders.guestOf(state, group);
    boolean last =
        Departures.waitOf(state, device).filter(Departures.Wait.CONTAINER::equals).isPresent();
    return last || guest.isEmpty()
        ? new Statement.LastOfGroup(device, group)
        : new Statement.DeviceOpen(device, guest.get());
  }

  /** Everything that keeps the groups of the devices in use. */
  private static List<Objection.Holding> held(AttachState state, List<DeviceRef> waiting) {
    return waiting.stream()
        .map(device -> group(state, device))
        .distinct()
        .flatMap(group ->
            Holders.guestOf(state, group).stream()
                .flatMap(guest ->
                    Holders.devicesOf(state, group).stream()
                        .map(device -> new Objection.Holding(guest, device))))
        .toList();
  }

  private static GroupId group(AttachState state, DeviceRef device) {
    return state.groupOf(device).orElseThrow();
  }
}
