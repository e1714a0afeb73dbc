package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.VfioGroup;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A group is in one container at a time. {@code vfio_group_set_container}, Linux 5.10; {@code
 * vfio_group_ioctl_set_container}, 6.1.
 */
final class GroupHasOneContainer implements Rule {

  static final RuleId ID = new RuleId("group-has-one-container");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<VfioGroup> group = situation.vfioGroup();
    if (group.isEmpty() || group.get().container().or(group.get()::iommufd).isEmpty()) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.AlreadyInContainer(group.get().id())))
            .with(Errno.EINVAL));
  }
}
