package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A group's domain is attached to nobody before a container attaches it, be it another guest's
 * container or the very same one. {@code __iommu_attach_group}, Linux 5.10. An IOMMU driver without
 * default domains does not ask, and takes the group over.
 */
final class GroupIsInDefaultDomain implements Rule {

  static final RuleId ID = new RuleId("group-is-in-default-domain");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.backing().domain();
    Optional<Container> owner = group.flatMap(situation.state()::domainOf);
    if (owner.isEmpty()) {
      return Finding.ALLOWED;
    }
    if (situation.circumstances().hasDefaultDomain()) {
      return new Finding.Forbidden(
          DomainHolders.refusal(
                  ID, situation, group.get(), owner.get(), fixes(situation, owner.get()))
              .because(sameGuest(situation, owner.get()))
              .with(Errno.EBUSY));
    }
    Cause takenOver = Cause.fact(new Statement.NoDefaultDomain(group.get()));
    Objection objection =
        new DomainHolders(situation.state(), group.get(), owner.get())
            .name(Objection.of(ID, takenOver));
    return new Finding.Unsafe(Remedies.withdraw(objection, situation));
  }

  /** Type1 tries a fresh domain before it looks for one that fits. */
  private static List<Cause> sameGuest(Situation situation, Container owner) {
    return situation.backing() instanceof Backing.DeviceGroup backing
            && isFor(situation, owner.owner())
        ? List.of(Cause.fact(new Statement.FreshDomain(backing.group())))
        : List.of();
  }

  private static boolean isFor(Situation situation, GuestName guest) {
    return situation.wanted().filter(by -> by.guest().name().equals(guest)).isPresent();
  }

  private static List<PlanChange> fixes(Situation situation, Container owner) {
    return situation
        .wanted()
        .filter(wanted -> !wanted.guest().name().equals(owner.owner()))
        .<List<PlanChange>>map(
            wanted -> List.of(new PlanChange.StopFirst(owner.owner(), wanted.guest().name())))
        .orElse(List.of());
  }
}
