package org.iommuscope.model.rules;

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
 * A write to a driver's {@code bind} wants a device that the driver can take. From the version on
 * in which mdev drivers are vendor drivers, an mdev that lost its driver does not get it back:
 * {@code mdev_match}, Linux 6.1.
 */
final class DriverFindsDevice implements Rule {

  static final RuleId ID = new RuleId("driver-finds-device");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.Bind(DeviceRef ref, String driver))) {
      return Finding.ALLOWED;
    }
    Optional<LiveDevice> device = situation.device(ref);
    if (device.isEmpty()) {
      return refuse(new Statement.NoSuchDevice(ref));
    }
    boolean ownMdev = device.get().isMdev() && situation.state().era().emulatedMdevs();
    return ownMdev ? refuse(new Statement.MdevNeedsNewDriver(ref)) : Finding.ALLOWED;
  }

  private static Finding refuse(Statement why) {
    return new Finding.Forbidden(Objection.of(ID, Cause.fact(why)).with(Errno.ENODEV));
  }
}
