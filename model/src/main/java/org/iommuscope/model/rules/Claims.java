package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** That a group is in use by somebody, and what its users could do about it. */
final class Claims {

  private Claims() {}

  static Objection refusal(RuleId rule, Situation situation, GroupId group) {
    Optional<GuestName> guest = Holders.guestOf(situation.state(), group);
    List<DeviceRef> held = Holders.devicesOf(situation.state(), group);
    Cause[] causes =
        guest
            .map(holder ->
                held.stream()
                    .map(device -> Cause.fact(new Statement.HeldBy(group, holder, device)))
                    .toArray(Cause[]::new))
            .filter(named -> named.length > 0)
            .orElseGet(() -> new Cause[] {Cause.fact(opened(group, guest))});
    Objection objection = Holders.name(Objection.of(rule, causes), situation.state(), group);
    List<PlanChange> fixes =
        situation
            .wanted()
            .flatMap(wanted -> guest.map(holder -> Remedies.share(wanted, holder, held)))
            .orElse(List.of());
    return Remedies.withdraw(
        objection.because(Holders.release(situation, group)).fixedBy(fixes), situation);
  }

  private static Statement opened(GroupId group, Optional<GuestName> guest) {
    return guest
        .<Statement>map(holder -> new Statement.OpenedBy(group, holder))
        .orElseGet(() -> new Statement.GroupInUse(group));
  }
}
