package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.RuleId;

/**
 * A device is used through its group's node or through its own, never through both: BIND fails
 * while the group's node is open, be it in the same guest. {@code vfio_device_block_group}, Linux
 * 6.12.
 */
final class GroupNodeIsNotOpen implements Rule {

  static final RuleId ID = new RuleId("group-node-is-not-open");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group =
        situation.step() instanceof AttachStep.BindCdev ? situation.group() : Optional.empty();
    boolean open =
        group
            .flatMap(situation.state()::vfioGroup)
            .filter(known -> known.file().isPresent())
            .isPresent();
    return open
        ? new Finding.Forbidden(Claims.refusal(ID, situation, group.get()).with(Errno.EBUSY))
        : Finding.ALLOWED;
  }
}
