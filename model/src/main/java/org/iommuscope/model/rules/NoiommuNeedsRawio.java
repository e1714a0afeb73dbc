package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A group without IOMMU is for processes with CAP_SYS_RAWIO only. {@code vfio_group_fops_open},
 * {@code vfio_group_set_container}, Linux 5.10; {@code vfio_group_fops_open}, 6.12.
 */
final class NoiommuNeedsRawio implements Rule {

  static final RuleId ID = new RuleId("noiommu-needs-rawio");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.group();
    if (group.isEmpty() || situation.state().kindOf(group.get()) != Membership.Kind.NOIOMMU) {
      return Finding.ALLOWED;
    }
    GuestName guest = guestOf(situation.step());
    if (situation.state().process(guest).rawio()) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.LacksRawio(guest))).with(Errno.EPERM));
  }

  private static GuestName guestOf(AttachStep step) {
    return switch (step) {
      case AttachStep.OpenGroup open -> open.file().guest();
      case AttachStep.OnFile on -> on.file().guest();
      default -> throw new IllegalStateException("not a step on a group: " + step);
    };
  }
}
