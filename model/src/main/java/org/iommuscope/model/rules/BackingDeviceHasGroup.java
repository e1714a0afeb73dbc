package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * The physical device behind an mdev has an IOMMU group. {@code iommu_attach_device}, Linux 5.10.
 */
final class BackingDeviceHasGroup implements Rule {

  static final RuleId ID = new RuleId("backing-device-has-group");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.JoinBackend join)
        || !(join.backing() instanceof Backing.Ungrouped(DeviceRef mdev, DeviceRef device))) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Remedies.withdraw(
            Objection.of(ID, Cause.fact(new Statement.InNoGroup(device)))
                .with(Errno.ENODEV)
                .blaming(List.of(device)),
            situation));
  }
}
