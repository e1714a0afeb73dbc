package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;

/** What the rules of a driver's probe have in common. */
final class Probes {

  private Probes() {}

  /** The device that a step binds to one of vfio's drivers. */
  static Optional<LiveDevice> ofVfio(Situation situation) {
    return situation.step() instanceof AttachStep.Bind(DeviceRef device, String driver)
            && (Drivers.isVfio(driver) || driver.equals(Drivers.WRAPPER))
        ? situation.device(device)
        : Optional.empty();
  }

  /** The function that a step binds to vfio-pci or a variant of it. */
  static Optional<LiveDevice> ofVfioPci(Situation situation) {
    return ofVfio(situation).filter(LiveDevice::isPci);
  }

  /**
   * A failed probe. The writer sees the driver's errno from some version between 5.10 and 6.1 on;
   * before, {@code bind_store} answers ENODEV for every one.
   */
  static Finding fail(Situation situation, Objection objection, Errno errno) {
    boolean told = situation.circumstances().kernel().isAtLeast(5, 13);
    return new Finding.Forbidden(objection.with(told ? errno : Errno.ENODEV));
  }
}
