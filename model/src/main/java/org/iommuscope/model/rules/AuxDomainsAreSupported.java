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
 * An mdev of a device with auxiliary domains gets one of its own, if the IOMMU driver has them at
 * all. {@code iommu_aux_attach_device}, Linux 5.10.
 */
final class AuxDomainsAreSupported implements Rule {

  static final RuleId ID = new RuleId("aux-domains-are-supported");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.JoinBackend join)
        || !(join.backing() instanceof Backing.Auxiliary(DeviceRef mdev, DeviceRef device))
        || situation.circumstances().auxSupported()) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Remedies.withdraw(
            Objection.of(ID, Cause.fact(new Statement.AuxUnsupported(device)))
                .with(Errno.ENODEV)
                .blaming(List.of(device)),
            situation));
  }
}
