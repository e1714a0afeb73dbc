package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * UNSET_CONTAINER wants a group that is in a container. {@code vfio_group_unset_container}, Linux
 * 5.10; {@code vfio_group_ioctl_unset_container}, 6.12.
 */
final class GroupIsInContainer implements Rule {

  static final RuleId ID = new RuleId("group-is-in-container");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.group();
    boolean contained =
        situation.vfioGroup().flatMap(known -> known.container().or(known::iommufd)).isPresent();
    return group.isEmpty() || contained
        ? Finding.ALLOWED
        : new Finding.Forbidden(
            Objection.of(ID, Cause.fact(new Statement.NotInContainer(group.get())))
                .with(Errno.EINVAL));
  }
}
