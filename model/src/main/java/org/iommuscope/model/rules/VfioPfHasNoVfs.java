package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * vfio-pci takes a PF without VFs only. {@code vfio_pci_probe}, Linux 5.10; {@code
 * vfio_pci_core_register_device}, 6.1.
 */
final class VfioPfHasNoVfs implements Rule {

  static final RuleId ID = new RuleId("vfio-pf-has-no-vfs");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<LiveDevice> device = Probes.ofVfioPci(situation);
    if (device.isEmpty() || !(device.get().ref() instanceof PciAddress pf)) {
      return Finding.ALLOWED;
    }
    List<DeviceRef> vfs = situation.state().vfsOf(pf);
    return vfs.isEmpty()
        ? Finding.ALLOWED
        : Probes.fail(
            situation,
            Objection.of(ID, Cause.fact(new Statement.HasVfs(pf, vfs.size())))
                .blaming(vfs)
                .logging("vfio-pci " + pf + ": Cannot bind to PF with SR-IOV enabled"),
            Errno.EBUSY);
  }
}
