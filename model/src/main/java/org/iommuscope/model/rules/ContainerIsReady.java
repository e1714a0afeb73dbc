package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.attach.VfioGroup;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * GET_DEVICE_FD wants a group in a container with a backend. {@code vfio_group_get_device_fd},
 * Linux 5.10; {@code vfio_device_assign_container}, 6.1; {@code vfio_df_group_open}, 6.12.
 */
final class ContainerIsReady implements Rule {

  static final RuleId ID = new RuleId("container-is-ready");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.group();
    Optional<Container> container = situation.ownContainer();
    if (group.isEmpty() || situation.vfioGroup().flatMap(VfioGroup::iommufd).isPresent()) {
      return Finding.ALLOWED;
    }
    if (container.isEmpty()) {
      return refuse(new Statement.NotInContainer(group.get()));
    }
    return container.get().backend().isEmpty()
        ? refuse(new Statement.ContainerLacksBackend())
        : Finding.ALLOWED;
  }

  private static Finding refuse(Statement why) {
    return new Finding.Forbidden(Objection.of(ID, Cause.fact(why)).with(Errno.EINVAL));
  }
}
