package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Container;
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
 * A container may attach a group once more that it has attached already, be it for a function or
 * for the mdev of one; another container may not. Proposed for {@code
 * vfio_iommu_type1_attach_group} in the vfio-mdev-pci series, version 2; the refusal is that of
 * {@code __iommu_attach_group}.
 */
final class GroupIsAttachedByNobodyElse implements Rule {

  static final RuleId ID = new RuleId("group-is-attached-by-nobody-else");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.JoinBackend join)) {
      return Finding.ALLOWED;
    }
    Optional<GroupId> group = join.backing().domain();
    Optional<Container> owner = group.flatMap(situation.state()::domainOf);
    if (owner.isEmpty() || owner.get().number() == join.container()) {
      return Finding.ALLOWED;
    }
    if (situation.circumstances().hasDefaultDomain()) {
      return new Finding.Forbidden(
          DomainHolders.refusal(
                  ID,
                  situation,
                  group.get(),
                  owner.get(),
                  fixes(situation, group.get(), owner.get()))
              .with(Errno.EBUSY));
    }
    Cause takenOver = Cause.fact(new Statement.NoDefaultDomain(group.get()));
    DomainHolders holders = new DomainHolders(situation.state(), group.get(), owner.get());
    return new Finding.Unsafe(
        Remedies.withdraw(holders.name(Objection.of(ID, takenOver)), situation));
  }

  /** The holder may have the device, too; within one guest, one address space would do. */
  private static List<PlanChange> fixes(Situation situation, GroupId group, Container owner) {
    List<DeviceRef> held = new DomainHolders(situation.state(), group, owner).devices();
    return situation
        .wanted()
        .map(wanted ->
            wanted.guest().name().equals(owner.owner()) && !held.isEmpty()
                ? Remedies.oneSpace(owner.owner(), held.getFirst(), wanted.given().device())
                : Remedies.share(wanted, owner.owner(), held))
        .orElse(List.of());
  }
}
