package org.iommuscope.model.simulation;

import java.util.Optional;
import org.iommuscope.model.rules.Rules;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.verdict.Objection;

/** The error lines of libvirt's host devices, read in 11.3. */
final class LibvirtWording {

  private LibvirtWording() {}

  static Optional<String> line(DeviceRef device, Objection objection) {
    if (objection.rule().equals(Rules.LIBVIRT_TAKES_ENDPOINTS.id())) {
      return Optional.of("Non-endpoint PCI devices cannot be assigned to guests");
    }
    if (objection.rule().equals(Rules.LIBVIRT_DEVICE_IS_DETACHED.id())) {
      return Optional.of(
          "Unmanaged PCI device " + device + " must be manually detached from the host");
    }
    String kind = device instanceof MdevUuid ? "mediated device " : "PCI device ";
    return objection
        .holder()
        .map(who -> kind + device + " is in use by driver QEMU, domain " + who.guest());
  }
}
