package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** The device's directory exists in sysfs. {@code vfio_realize}, QEMU 5.2 to 10.0. */
final class DeviceExists implements Rule {

  static final RuleId ID = new RuleId("device-exists");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.Locate(DeviceRef device))
        || situation.device(device).isPresent()) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Remedies.withdraw(
            Objection.of(ID, Cause.fact(new Statement.NoSuchDevice(device)))
                .with(Errno.ENOENT)
                .blaming(List.of(device)),
            situation));
  }
}
