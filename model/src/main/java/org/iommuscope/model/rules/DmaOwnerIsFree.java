package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;

/**
 * To claim a group's DMA nobody else may use it, not even a host driver. {@code
 * iommu_group_claim_dma_owner}, Linux 6.1.
 */
final class DmaOwnerIsFree implements Rule {

  static final RuleId ID = new RuleId("dma-owner-is-free");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.group();
    if (group.isEmpty() || situation.state().kindOf(group.get()) != Membership.Kind.PHYSICAL) {
      return Finding.ALLOWED;
    }
    List<LiveDevice> members = situation.members(group.get());
    List<LiveDevice> culprits = Viability.culprits(situation.state(), members);
    if (culprits.isEmpty()) {
      List<LiveDevice> unread = members.stream().filter(Viability::isUnknown).toList();
      return unread.isEmpty() ? Finding.ALLOWED : DriverQuestions.ask(ID, unread);
    }
    Objection objection =
        Objection.of(ID, Viability.explain(situation.state(), group.get(), members, culprits))
            .with(Errno.EPERM)
            .blaming(culprits.stream().map(LiveDevice::ref).toList())
            .fixedBy(
                situation.wanted().isPresent() ? Remedies.clear(situation, culprits) : List.of());
    return new Finding.Forbidden(Remedies.withdraw(objection, situation));
  }
}
