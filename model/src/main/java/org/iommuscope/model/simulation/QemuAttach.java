package org.iommuscope.model.simulation;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.At;

/**
 * One run of QEMU's realize for one device: what both of its backends do first, {@code
 * vfio_realize}, QEMU 5.2 to 10.0.
 */
final class QemuAttach {

  private final Kernel kernel;
  private final AttachState before;
  private final QemuProcess idle;
  private final GuestDevice given;
  private final int since;

  QemuAttach(Kernel kernel, AttachState before, QemuProcess idle, GuestDevice given, int since) {
    this.kernel = kernel;
    this.before = before;
    this.idle = idle;
    this.given = given;
    this.since = since;
  }

  Attempt run() {
    Realization realization = new Realization(kernel, before, idle, given);
    if (!isFound(realization)) {
      return Attempt.stopped(before, realization);
    }
    String space = AddressSpaces.of(idle.guest(), given, idle.nextFile());
    return iommufd()
        .map(id -> new IommufdAttach(realization, space, id, since).run(before))
        .orElseGet(() -> new LegacyAttach(realization, space, since).run(before));
  }

  private boolean isFound(Realization realization) {
    DeviceRef device = given.device();
    return realization.takes(At.LIBVIRT, new AttachStep.Prepare(realization.guest(), device))
        && realization.takes(At.OPTION, new AttachStep.ParseOptions(properties()))
        && realization.takes(At.Q1, new AttachStep.Locate(device));
  }

  /** The properties that not every QEMU has. */
  private Set<String> properties() {
    Set<String> properties = new TreeSet<>();
    given.vfToken().ifPresent(token -> properties.add("vf-token"));
    iommufd().ifPresent(id -> properties.add("iommufd"));
    return properties;
  }

  /** The iommufd object that QEMU is told to use; the guest's own where the device names none. */
  private Optional<String> iommufd() {
    Guest guest = idle.guest();
    return given
        .iommufd()
        .or(() -> guest.backend() == Backend.IOMMUFD ? Optional.of("iommufd0") : Optional.empty());
  }
}
