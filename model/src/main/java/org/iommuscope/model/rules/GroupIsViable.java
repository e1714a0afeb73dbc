package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;

/**
 * Nobody in the group may do DMA for the host: every member is without driver, on one of vfio's, on
 * {@code pci-stub}, or a bridge. {@code vfio_dev_viable}, Linux 5.10. From 5.19 on the driver alone
 * counts, and a bridge is fine on {@code pcieport} only; {@code iommu_group_claim_dma_owner}, 6.1.
 */
final class GroupIsViable implements Rule {

  static final RuleId ID = new RuleId("group-is-viable");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.group();
    if (group.isEmpty() || isAlwaysViable(situation, group.get())) {
      return Finding.ALLOWED;
    }
    List<LiveDevice> members = situation.members(group.get());
    List<LiveDevice> culprits = Viability.culprits(situation, members);
    if (!culprits.isEmpty()) {
      return refuse(situation, group.get(), members, culprits);
    }
    List<LiveDevice> unread = members.stream().filter(Viability::isUnknown).toList();
    return unread.isEmpty() ? Finding.ALLOWED : DriverQuestions.ask(ID, unread);
  }

  /** A group that is in a container has passed its claim; an mdev group of vfio's own has none. */
  private static boolean isAlwaysViable(Situation situation, GroupId group) {
    AttachState state = situation.state();
    boolean emulated = state.era().emulatedMdevs() && state.kindOf(group) == Membership.Kind.MDEV;
    boolean claimed =
        situation.vfioGroup().flatMap(known -> known.container().or(known::iommufd)).isPresent();
    return emulated || (state.era().ownsDma() && claimed);
  }

  private static Finding refuse(
      Situation situation, GroupId group, List<LiveDevice> members, List<LiveDevice> culprits) {
    Objection objection =
        Objection.of(ID, Viability.explain(situation, group, members, culprits))
            .blaming(culprits.stream().map(LiveDevice::ref).toList())
            .fixedBy(
                situation.wanted().isPresent() ? Remedies.clear(situation, culprits) : List.of());
    boolean fails = situation.step().kind() == AttachStep.Kind.GET_DEVICE;
    return new Finding.Forbidden(
        Remedies.withdraw(fails ? objection.with(Errno.EINVAL) : objection, situation));
  }
}
