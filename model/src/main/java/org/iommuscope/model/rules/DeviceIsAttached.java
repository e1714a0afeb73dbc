package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** Only a device that a guest has can be taken out of it. {@code qdev_unplug}, QEMU 5.2 to 10.0. */
final class DeviceIsAttached implements Rule {

  static final RuleId ID = new RuleId("device-is-attached");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    return situation.step()
                instanceof AttachStep.Unplug(GuestName guest, DeviceRef device, boolean attached)
            && !attached
        ? new Finding.Forbidden(
            Objection.of(ID, Cause.fact(new Statement.NotAttached(guest, device))))
        : Finding.ALLOWED;
  }
}
