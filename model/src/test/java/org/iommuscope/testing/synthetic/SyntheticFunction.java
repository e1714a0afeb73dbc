package org.iommuscope.testing.synthetic;

import java.util.List;
import java.util.Optional;

/**
 * One PCI function of a synthetic host.
 *
 * @param slot where its files are and what leads to it
 * @param kind what it is
 * @param virtualFunctions addresses of those that it made, if it is a physical function
 * @param physicalFunction the one that made it, if it is a virtual function
 */
record SyntheticFunction(
    Slot slot, Kind kind, List<String> virtualFunctions, Optional<String> physicalFunction) {

  /**
   * A place on a bus.
   *
   * @param segment the host bridge's segment
   * @param bus 0 to 255
   * @param number device and function as one number, 0 to 255
   * @param port the address of the root port above, or none on bus 0
   * @param secondary the bus below, or 0
   */
  record Slot(int segment, int bus, int number, Optional<String> port, int secondary) {

    String address() {
      return "%04x:%02x:%02x.%x".formatted(segment, bus, number >> 3, number & 7);
    }

    /** The folder below {@code sys/devices}. */
    String folder() {
      String root = "pci%04x:00/".formatted(segment);
      return root + port.map(above -> above + "/").orElse("") + address();
    }
  }

  /** What a function is; ids and classes are those of devices that exist. */
  enum Kind {
    ROOT_PORT(0x8086, 0x3420, 0x060400, "pcieport"),
    NETWORK(0x8086, 0x1572, 0x020000, "i40e"),
    VIRTUAL(0x8086, 0x154c, 0x020000, "iavf"),
    DISPLAY(0x10de, 0x1eb8, 0x030000, "nvidia"),
    AUDIO(0x10de, 0x10f8, 0x040300, "snd_hda_intel"),
    USB(0x10de, 0x1ad8, 0x0c0330, "xhci_hcd"),
    STORAGE(0x144d, 0xa808, 0x010802, "nvme"),
    UNUSED(0x10ec, 0x8168, 0x020000, "");

    final int vendor;
    final int device;
    final int classCode;

    /** Empty where no driver is bound. */
    final String driver;

    Kind(int vendor, int device, int classCode, String driver) {
      this.vendor = vendor;
      this.device = device;
      this.classCode = classCode;
      this.driver = driver;
    }
  }

  String address() {
    return slot.address();
  }

  boolean isPort() {
    return kind == Kind.ROOT_PORT;
  }
}
