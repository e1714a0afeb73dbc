package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * The node of a device belongs to root with mode 0600 unless somebody gave it away; that is asked
 * before any of vfio's own checks.
 */
final class CdevIsPermitted implements Rule {

  static final RuleId ID = new RuleId("cdev-is-permitted");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    return situation.step() instanceof AttachStep.OpenCdev(Handle file, DeviceRef device)
        ? NodePermission.examine(
            ID,
            situation,
            file,
            List.of(device),
            (owner, user) -> new Statement.CdevOwner(device, owner, user))
        : Finding.ALLOWED;
  }
}
