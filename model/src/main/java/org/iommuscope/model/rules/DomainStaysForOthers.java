package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * When one of several users of a group's domain leaves, the others keep it. As posted, version 2 of
 * the vfio-mdev-pci series detached the group at the first, as its review found.
 */
final class DomainStaysForOthers implements Rule {

  static final RuleId ID = new RuleId("domain-stays-for-others");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!situation.state().era().detachesAtFirst()
        || situation.ownContainer().isEmpty()
        || situation.group().isEmpty()) {
      return Finding.ALLOWED;
    }
    Optional<GroupId> domain =
        situation
            .ownContainer()
            .get()
            .groups()
            .get(situation.group().get())
            .flatMap(Backing::domain);
    List<DeviceRef> left =
        domain.stream()
            .flatMap(group -> situation.ownContainer().get().usersOf(group).stream())
            .filter(group -> !group.equals(situation.group().get()))
            .flatMap(group -> Holders.devicesOf(situation.state(), group).stream())
            .toList();
    if (left.isEmpty()) {
      return Finding.ALLOWED;
    }
    Cause[] causes =
        left.stream()
            .map(device -> Cause.fact(new Statement.DetachedUnder(device, domain.get())))
            .toArray(Cause[]::new);
    return new Finding.Unsafe(Objection.of(ID, causes).blaming(left));
  }
}
