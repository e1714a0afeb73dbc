package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.Iommufd;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.VfioGroup;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;

/**
 * To claim a group's DMA nobody else may use it, not even a host driver. {@code
 * iommu_group_claim_dma_owner}, Linux 6.1; {@code iommu_device_claim_dma_owner}, 6.12.
 */
final class DmaOwnerIsFree implements Rule {

  static final RuleId ID = new RuleId("dma-owner-is-free");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.taken();
    if (group.isEmpty()) {
      return Finding.ALLOWED;
    }
    if (isAnothers(situation, group.get())) {
      return new Finding.Forbidden(Claims.refusal(ID, situation, group.get()).with(Errno.EPERM));
    }
    List<LiveDevice> members = situation.members(group.get());
    List<LiveDevice> culprits = Viability.culprits(situation, members);
    if (culprits.isEmpty()) {
      List<LiveDevice> unread = members.stream().filter(Viability::isUnknown).toList();
      return unread.isEmpty() ? Finding.ALLOWED : DriverQuestions.ask(ID, unread);
    }
    Objection objection =
        Objection.of(ID, Viability.explain(situation, group.get(), members, culprits))
            .with(Errno.EPERM)
            .blaming(culprits.stream().map(LiveDevice::ref).toList())
            .fixedBy(
                situation.wanted().isPresent() ? Remedies.clear(situation, culprits) : List.of());
    return new Finding.Forbidden(Remedies.withdraw(objection, situation));
  }

  /** Devices of one iommufd own a group together; nobody else may join them. */
  private static boolean isAnothers(Situation situation, GroupId group) {
    Optional<Integer> own =
        situation.step() instanceof AttachStep.BindCdev(var file, Handle into)
            ? situation.state().iommufd(into).map(Iommufd::number)
            : situation.vfioGroup().flatMap(VfioGroup::iommufd);
    return situation
        .state()
        .vfioGroup(group)
        .filter(VfioGroup::isClaimed)
        .filter(claimed -> !claimed.iommufd().equals(own))
        .isPresent();
  }
}
