package org.iommuscope.imports.definitions;

import java.util.Optional;
import org.iommuscope.model.plan.Environment;

/** The circumstances of guests that libvirt starts. */
final class LibvirtEnvironment {

  private LibvirtEnvironment() {}

  static Environment of(Environment other) {
    return new Environment(
        other.kernel(),
        other.qemu(),
        Optional.of(Environment.ManagementLayer.LIBVIRT),
        other.interruptRemapping(),
        other.allowUnsafeInterrupts(),
        other.enableSriov(),
        other.noiommu(),
        other.hasDefaultDomain(),
        other.auxSupported(),
        other.mdevBacking(),
        other.backingViability(),
        other.detachAsPosted(),
        other.inheritStrict(),
        other.rawio());
  }
}
