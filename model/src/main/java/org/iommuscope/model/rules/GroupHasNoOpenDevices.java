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
 * A group whose devices are open does not leave its container. {@code vfio_group_unset_container},
 * Linux 5.10; {@code vfio_group_ioctl_unset_container}, 6.12.
 */
final class GroupHasNoOpenDevices implements Rule {

  static final RuleId ID = new RuleId("group-has-no-open-devices");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<VfioGroup> group = situation.vfioGroup();
    if (group.isEmpty() || group.get().container().isEmpty() || group.get().devices().isEmpty()) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Holders.name(
            Objection.of(ID, Cause.fact(new Statement.GroupInUse(group.get().id())))
                .with(Errno.EBUSY),
            situation.state(),
            group.get().id()));
  }
}
