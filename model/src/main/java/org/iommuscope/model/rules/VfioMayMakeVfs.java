package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * vfio-pci makes VFs only with its parameter {@code enable_sriov}. {@code
 * vfio_pci_sriov_configure}, Linux 5.10 and 6.12.
 */
final class VfioMayMakeVfs implements Rule {

  static final RuleId ID = new RuleId("vfio-may-make-vfs");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.SetVfs(PciAddress pf, int count))
        || VfCount.isUnchanged(situation.state(), pf, count)) {
      return Finding.ALLOWED;
    }
    boolean onVfio = situation.device(pf).filter(device -> device.isOn("vfio-pci")).isPresent();
    if (!onVfio || situation.circumstances().enableSriov(situation.state())) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.SriovDisabled(pf)))
            .with(Errno.ENOENT)
            .fixedBy(new PlanChange.SetParameter("vfio_pci.enable_sriov", "Y")));
  }
}
