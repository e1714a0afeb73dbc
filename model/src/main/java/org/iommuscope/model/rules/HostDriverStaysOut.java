package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.attach.VfioGroup;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * No host driver may join a group that a guest uses. Up to 5.18 the kernel finds out too late and
 * kills the writer ({@code vfio_iommu_group_notifier}, Linux 5.10, with the driver bound); from
 * 5.19 on the probe fails ({@code iommu_device_use_default_domain}, 6.1). A group that is open
 * without container is not in use.
 */
final class HostDriverStaysOut implements Rule {

  static final RuleId ID = new RuleId("host-driver-stays-out");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<LiveDevice> joining = joining(situation);
    Optional<GroupId> group = joining.flatMap(device -> device.group().known());
    if (group.isEmpty() || !Viability.isCulprit(situation, joining.get())) {
      return Finding.ALLOWED;
    }
    if (isInUse(situation, group.get())) {
      return refuse(situation, group.get());
    }
    return situation
        .state()
        .domainOf(group.get())
        .<Finding>map(owner -> unnoticed(situation, group.get(), owner))
        .orElse(Finding.ALLOWED);
  }

  /** Only an mdev uses the group, which nobody asks about: the host's driver joins its domain. */
  private static Finding unnoticed(Situation situation, GroupId group, Container owner) {
    Cause taken = Cause.fact(new Statement.DomainTaken(group, owner.owner()));
    DomainHolders holders = new DomainHolders(situation.state(), group, owner);
    Objection objection = holders.name(Objection.of(ID, taken));
    return new Finding.Unsafe(
        Remedies.release(Optional.of(owner.owner()), holders.devices())
            .map(objection::fixedBy)
            .orElse(objection));
  }

  private static Finding refuse(Situation situation, GroupId used) {
    Optional<GroupId> group = Optional.of(used);
    Objection objection =
        Holders.name(
            Objection.of(ID, Cause.fact(use(situation, group.get()))),
            situation.state(),
            group.get());
    Objection fixed =
        Remedies.release(
                Holders.guestOf(situation.state(), group.get()),
                Holders.devicesOf(situation.state(), group.get()))
            .map(objection::fixedBy)
            .orElse(objection);
    return situation.state().era().ownsDma()
        ? new Finding.Forbidden(fixed.with(Errno.EBUSY))
        : new Finding.Kills(
            fixed
                .because(List.of(Cause.fact(new Statement.NoticedTooLate(used))))
                .logging("kernel BUG at drivers/vfio/vfio.c:698!"));
  }

  private static Statement use(Situation situation, GroupId group) {
    return Holders.of(situation.state(), group)
        .<Statement>map(by -> new Statement.HeldBy(group, by.guest(), by.device()))
        .orElseGet(() -> new Statement.GroupInUse(group));
  }

  private static boolean isInUse(Situation situation, GroupId group) {
    return situation.state().kindOf(group) == Membership.Kind.PHYSICAL
        && situation.state().vfioGroup(group).filter(VfioGroup::isClaimed).isPresent();
  }

  /** The device as it would be with its new driver. */
  private static Optional<LiveDevice> joining(Situation situation) {
    return switch (situation.step()) {
      case AttachStep.Bind(DeviceRef device, String driver) ->
          situation.device(device).map(found -> found.boundTo(driver));
      case AttachStep.HotAdd add ->
          add.driver().map(driver -> LiveDevice.added(add.device(), add.group()).boundTo(driver));
      default -> Optional.empty();
    };
  }
}
