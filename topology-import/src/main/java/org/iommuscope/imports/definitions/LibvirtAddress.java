package org.iommuscope.imports.definitions;

import java.util.Optional;
import org.iommuscope.imports.markup.XmlElement;
import org.iommuscope.model.topology.PciAddress;

/** The numbers of libvirt's {@code <address>}. */
final class LibvirtAddress {

  private LibvirtAddress() {}

  /** The function of the host that an address names; empty where it is not whole. */
  static Optional<PciAddress> host(XmlElement address) {
    Optional<Integer> bus = number(address, "bus");
    Optional<Integer> slot = number(address, "slot");
    if (bus.isEmpty() || slot.isEmpty()) {
      return Optional.empty();
    }
    int segment = number(address, "domain").orElse(0);
    int function = number(address, "function").orElse(0);
    return bus.get() > 255 || slot.get() > 31 || function > 7
        ? Optional.empty()
        : Optional.of(new PciAddress(segment, bus.get(), slot.get(), function));
  }

  /** The slot in the guest, as QEMU writes it. */
  static Optional<String> slot(XmlElement address) {
    return number(address, "slot")
        .map(slot -> "%x.%x".formatted(slot, number(address, "function").orElse(0)));
  }

  /** A number as libvirt reads it: in base 16 behind {@code 0x}, 8 behind {@code 0}, else 10. */
  static Optional<Integer> number(XmlElement element, String attribute) {
    return element
        .attribute(attribute)
        .filter(text -> text.matches("0[xX][0-9a-fA-F]{1,6}|0[0-7]{0,6}|[1-9][0-9]{0,6}"))
        .map(Integer::decode);
  }
}
