package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * vfio-pci takes functions with a normal header only: no bridges. {@code vfio_pci_probe}, Linux
 * 5.10; {@code vfio_pci_core_register_device}, 6.1.
 */
final class VfioBindsEndpoints implements Rule {

  static final RuleId ID = new RuleId("vfio-binds-endpoints");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<LiveDevice> device = Probes.ofVfioPci(situation).filter(LiveDevice::isBridge);
    return device.isEmpty()
        ? Finding.ALLOWED
        : Probes.fail(
            situation,
            Objection.of(ID, Cause.fact(new Statement.NotEndpoint(device.get().ref()))),
            Errno.EINVAL);
  }
}
