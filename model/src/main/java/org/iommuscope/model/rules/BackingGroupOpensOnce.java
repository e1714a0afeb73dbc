package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * An mdev that is attached counts as an open of the group behind it: nobody can open that group,
 * and the mdev is refused while somebody has. Sketched as the first draft in the mails of 2019.
 */
final class BackingGroupOpensOnce implements Rule {

  static final RuleId ID = new RuleId("backing-group-opens-once");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    return switch (situation.step()) {
      case AttachStep.OpenGroup open -> ofGroup(situation, open.node().group());
      case AttachStep.JoinBackend join when join.backing() instanceof Backing.DeviceGroup backing ->
          ofMdev(situation, backing);
      default -> Finding.ALLOWED;
    };
  }

  private static Finding ofGroup(Situation situation, GroupId group) {
    return situation
        .state()
        .domainOf(group)
        .<Finding>map(owner -> refuse(situation, group, owner))
        .orElse(Finding.ALLOWED);
  }

  private static Finding ofMdev(Situation situation, Backing.DeviceGroup backing) {
    boolean open = situation.state().vfioGroup(backing.group()).isPresent();
    return open
        ? new Finding.Forbidden(Claims.refusal(ID, situation, backing.group()).with(Errno.EBUSY))
        : ofGroup(situation, backing.group());
  }

  private static Finding refuse(Situation situation, GroupId group, Container owner) {
    DomainHolders holders = new DomainHolders(situation.state(), group, owner);
    Cause[] causes =
        holders.devices().stream()
            .map(device -> Cause.fact(new Statement.CountsAsOpen(device, group, owner.owner())))
            .toArray(Cause[]::new);
    Objection objection =
        holders
            .name(Objection.of(ID, causes))
            .because(holders.release(situation))
            .with(Errno.EBUSY);
    List<PlanChange> fixes =
        situation
            .wanted()
            .filter(wanted -> !wanted.guest().name().equals(owner.owner()))
            .<List<PlanChange>>map(
                wanted -> List.of(new PlanChange.StopFirst(owner.owner(), wanted.guest().name())))
            .orElse(List.of());
    return new Finding.Forbidden(Remedies.withdraw(objection.fixedBy(fixes), situation));
  }
}
