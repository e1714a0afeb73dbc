package org.iommuscope.imports.sysfs;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.iommuscope.imports.names.PciNames;

/** Every reader, in the order of the phases. */
final class Readers {

  private Readers() {}

  /**
   * @param names asked for the functions that the capture itself does not name
   */
  static List<Reader> all(Supplier<PciNames> names) {
    return Stream.of(
            new KernelReader(),
            new BootLogReader(),
            new CaptureDateReader(),
            new PciFolders(),
            new PciAttributes(),
            new PciSlots(),
            new PciDrivers(),
            new IommuGroups(),
            new IommuUnits(),
            new MdevParents(),
            new Mdevs(),
            new ProductNames(names),
            new DeviceUses())
        .sorted(Comparator.comparing(Reader::phase))
        .toList();
  }
}
