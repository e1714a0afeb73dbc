package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A function that vfio-mdev-pci wraps is known to vfio so that its group is viable, and is opened
 * as its mdev only. Proposed as a dummy {@code vfio_device_ops} in the vfio-mdev-pci series,
 * version 2.
 */
final class WrappedFunctionIsUsedAsMdev implements Rule {

  static final RuleId ID = new RuleId("wrapped-function-is-used-as-mdev");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.GetDevice get)
        || situation.device(get.wanted()).filter(d -> d.isOn(Drivers.WRAPPER)).isEmpty()) {
      return Finding.ALLOWED;
    }
    DeviceRef device = get.wanted();
    Objection objection =
        Objection.of(ID, Cause.fact(new Statement.UsedAsMdev(device)))
            .with(Errno.ENODEV)
            .blaming(List.of(device))
            .logging("vfio-mdev-pci " + device + ": use the mdev of this device");
    return new Finding.Forbidden(Remedies.withdraw(objection, situation));
  }
}
