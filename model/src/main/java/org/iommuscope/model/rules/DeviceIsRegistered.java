package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * GET_DEVICE_FD names a member of the group that is registered with vfio, by its full name. {@code
 * vfio_device_get_from_name}, Linux 5.10 to 6.12.
 */
final class DeviceIsRegistered implements Rule {

  static final RuleId ID = new RuleId("device-is-registered");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.GetDevice get)) {
      return Finding.ALLOWED;
    }
    DeviceRef ref = get.wanted();
    Optional<LiveDevice> device =
        situation.device(ref).filter(found -> found.group().known().equals(situation.group()));
    if (device.filter(situation.state()::isRegistered).isPresent()) {
      return Finding.ALLOWED;
    }
    if (device.filter(found -> found.driver().isUnread()).isPresent()) {
      return DriverQuestions.ask(ID, List.of(device.get()));
    }
    Cause cause =
        new Cause(new Statement.NotRegistered(ref), device.map(DriverFacts::of).stream().toList());
    Objection objection = Objection.of(ID, cause).with(Errno.ENODEV).blaming(List.of(ref));
    return new Finding.Forbidden(
        Remedies.withdraw(Remedies.bindToVfio(objection, situation), situation));
  }
}
