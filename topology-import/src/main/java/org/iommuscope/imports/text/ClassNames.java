package org.iommuscope.imports.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The codes of the PCI classes by the names that lspci prints, base class and subclass, from the
 * PCI Code and ID Assignment Specification.
 */
final class ClassNames {

  private static final String TABLE =
      """
      0000 non-vga unclassified device
      0001 vga compatible unclassified device
      0100 scsi storage controller
      0101 ide interface
      0102 floppy disk controller
      0104 raid bus controller
      0105 ata controller
      0106 sata controller
      0107 serial attached scsi controller
      0108 non-volatile memory controller
      0180 mass storage controller
      0200 ethernet controller
      0201 token ring network controller
      0207 infiniband controller
      0208 fabric controller
      0280 network controller
      0300 vga compatible controller
      0302 3d controller
      0380 display controller
      0400 multimedia video controller
      0401 multimedia audio controller
      0403 audio device
      0480 multimedia controller
      0500 ram memory
      0501 flash memory
      0502 cxl
      0580 memory controller
      0600 host bridge
      0601 isa bridge
      0602 eisa bridge
      0604 pci bridge
      0605 pcmcia bridge
      0607 cardbus bridge
      0609 semi-transparent pci-to-pci bridge
      060a infiniband to pci host bridge
      0680 bridge
      0700 serial controller
      0701 parallel controller
      0703 modem
      0780 communication controller
      0800 pic
      0801 dma controller
      0802 timer
      0803 rtc
      0805 sd host controller
      0806 iommu
      0807 generic system peripheral
      0880 system peripheral
      0900 keyboard controller
      0902 mouse controller
      0980 input device controller
      0b40 co-processor
      0c00 firewire (ieee 1394)
      0c03 usb controller
      0c04 fibre channel
      0c05 smbus
      0c06 infiniband
      0c07 ipmi interface
      0c09 canbus
      0c80 serial bus controller
      0d11 bluetooth
      0d80 wireless controller
      1000 network and computing encryption device
      1080 encryption controller
      1100 dpio module
      1101 performance counters
      1180 signal processing controller
      1200 processing accelerators
      1300 non-essential instrumentation
      ff00 unassigned class
      """;

  private static final Map<String, Integer> CODES = codes();

  private ClassNames() {}

  private static Map<String, Integer> codes() {
    Map<String, Integer> codes = new HashMap<>();
    TABLE
        .lines()
        .forEach(line -> codes.put(line.substring(5), Integer.parseInt(line.substring(0, 4), 16)));
    return Map.copyOf(codes);
  }

  /** The 16 bits of a class with this name. */
  static OptionalInt codeOf(String name) {
    if (name.length() > 60) {
      return OptionalInt.empty();
    }
    Integer code = CODES.get(name.strip().toLowerCase(Locale.ROOT));
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }
}
