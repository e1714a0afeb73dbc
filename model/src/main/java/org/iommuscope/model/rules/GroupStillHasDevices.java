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
 * From Linux 5.19 on a vfio group dies with its last registered member, even under an open file.
 * {@code vfio_device_remove_group}, Linux 6.1.
 */
final class GroupStillHasDevices implements Rule {

  static final RuleId ID = new RuleId("group-still-has-devices");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.group();
    if (group.isEmpty() || situation.vfioGroup().isPresent()) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.GroupGone(group.get()))).with(Errno.ENODEV));
  }
}
