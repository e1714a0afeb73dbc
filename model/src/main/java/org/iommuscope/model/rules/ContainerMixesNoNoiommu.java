package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * Groups with and without IOMMU do not mix in one container. {@code vfio_group_set_container},
 * Linux 5.10; {@code vfio_container_attach_group}, 6.1.
 */
final class ContainerMixesNoNoiommu implements Rule {

  static final RuleId ID = new RuleId("container-mixes-no-noiommu");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.SetContainer(Handle file, Handle into))) {
      return Finding.ALLOWED;
    }
    Optional<Container> container = situation.container(into);
    Optional<GroupId> group = situation.group();
    if (container.isEmpty() || group.isEmpty()) {
      return Finding.ALLOWED;
    }
    boolean own = isNoiommu(situation, group.get());
    boolean mixes =
        container.get().groups().keys().stream().anyMatch(g -> isNoiommu(situation, g) != own);
    return mixes
        ? new Finding.Forbidden(
            Objection.of(ID, Cause.fact(new Statement.MixesNoiommu(group.get()))).with(Errno.EPERM))
        : Finding.ALLOWED;
  }

  private static boolean isNoiommu(Situation situation, GroupId group) {
    return situation.state().kindOf(group) == Membership.Kind.NOIOMMU;
  }
}
