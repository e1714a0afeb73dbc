package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A group's node is open at most once on the whole host, and device files of an earlier open count.
 * {@code vfio_group_fops_open}: {@code group->opened} and {@code group->container} in Linux 5.10,
 * {@code group->opened_file} in 6.1.
 */
final class GroupOpensOnce implements Rule {

  static final RuleId ID = new RuleId("group-opens-once");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.group();
    if (group.isEmpty() || situation.state().vfioGroup(group.get()).isEmpty()) {
      return Finding.ALLOWED;
    }
    AttachState state = situation.state();
    Objection objection =
        Holders.name(
            Objection.of(ID, causes(state, group.get())).with(Errno.EBUSY), state, group.get());
    return new Finding.Forbidden(
        Remedies.withdraw(
            objection
                .because(Holders.release(situation, group.get()))
                .fixedBy(fixes(situation, group.get())),
            situation));
  }

  private static Cause[] causes(AttachState state, GroupId group) {
    Optional<GuestName> guest = Holders.guestOf(state, group);
    List<DeviceRef> held = Holders.devicesOf(state, group);
    if (guest.isEmpty()) {
      return new Cause[] {Cause.fact(new Statement.GroupInUse(group))};
    }
    if (held.isEmpty()) {
      return new Cause[] {Cause.fact(new Statement.OpenedBy(group, guest.get()))};
    }
    return held.stream()
        .map(device -> Cause.fact(new Statement.HeldBy(group, guest.get(), device)))
        .toArray(Cause[]::new);
  }

  private static List<PlanChange> fixes(Situation situation, GroupId group) {
    Optional<GuestName> holder = Holders.guestOf(situation.state(), group);
    return situation
        .wanted()
        .flatMap(wanted ->
            holder.map(guest ->
                Remedies.share(wanted, guest, Holders.devicesOf(situation.state(), group))))
        .orElse(List.of());
  }
}
