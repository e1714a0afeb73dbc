package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.OpenFile;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * Before a device's own file is bound to an iommufd it answers nothing else. {@code
 * vfio_device_fops_unl_ioctl}, Linux 6.12.
 */
final class CdevIsBound implements Rule {

  static final RuleId ID = new RuleId("cdev-is-bound");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    return situation.step() instanceof AttachStep.AttachCdev(Handle file, int id)
            && situation.state().file(file).orElse(null)
                instanceof OpenFile.OfCdev(DeviceRef device, var binding)
            && binding.isEmpty()
        ? new Finding.Forbidden(
            Objection.of(ID, Cause.fact(new Statement.NotBound(device))).with(Errno.EINVAL))
        : Finding.ALLOWED;
  }
}
