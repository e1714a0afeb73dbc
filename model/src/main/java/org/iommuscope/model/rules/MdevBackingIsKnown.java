package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * Between 5.2 and 5.15 an mdev may be backed by the IOMMU of a physical device, which sysfs does
 * not show: an annotation or a vendor driver that is known to isolate its mdevs by itself must
 * tell. {@code vfio_mdev_get_iommu_device}, Linux 5.10.
 */
final class MdevBackingIsKnown implements Rule {

  static final RuleId ID = new RuleId("mdev-backing-is-known");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    return situation.step() instanceof AttachStep.JoinBackend join
            && join.backing() instanceof Backing.Unknown(DeviceRef mdev)
        ? new Finding.Undecided(ID, List.of(Cause.fact(new Statement.BackingUnknown(mdev))))
        : Finding.ALLOWED;
  }
}
