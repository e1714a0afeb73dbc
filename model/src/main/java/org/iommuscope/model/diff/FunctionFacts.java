package org.iommuscope.model.diff;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/**
 * The facts of a function that are compared one by one, under the names that {@code inspect} gives
 * them. Numbers that the kernel hands out anew at each boot, as groups and vfio's devices have, are
 * none.
 */
enum FunctionFacts {
  SUBSYSTEM_VENDOR("subsystemVendor", f -> hex(f.ids().subsystemVendor(), 4)),
  SUBSYSTEM_DEVICE("subsystemDevice", f -> hex(f.ids().subsystemDevice(), 4)),
  CLASS("class", f -> hex(f.ids().classCode(), 6)),
  REVISION("revision", f -> hex(f.ids().revision(), 2)),
  HEADER("header", f -> f.header().map(type -> type.name().toLowerCase(Locale.ROOT))),
  DRIVER("driver", PciFunction::driver),
  DRIVER_OVERRIDE("driverOverride", PciFunction::driverOverride),
  IOMMU("iommu", PciFunction::iommu),
  NUMA_NODE("numaNode", f -> f.placement().numaNode().map(String::valueOf)),
  SLOT("slot", f -> f.placement().slot()),
  BOOT_VGA("bootVga", f -> f.bootVga().map(String::valueOf)),
  RESET_METHODS("resetMethods", f -> words(f.resetMethods())),
  TOTAL_VFS("sriovTotalVfs", f -> f.sriov().totalVfs().map(String::valueOf)),
  NUM_VFS("sriovNumVfs", f -> f.sriov().numVfs().map(String::valueOf)),
  BARS("bars", f -> words(f.bars())),
  USES("uses", f -> f.uses().map(uses -> String.join(", ", uses)));

  private final String key;
  private final Function<PciFunction, Reading<String>> reading;

  FunctionFacts(String key, Function<PciFunction, Reading<String>> reading) {
    this.key = key;
    this.reading = reading;
  }

  String key() {
    return key;
  }

  Reading<String> of(PciFunction function) {
    return reading.apply(function);
  }

  private static Reading<String> hex(Reading<Integer> number, int digits) {
    return number.map(value -> "0x" + HexFormat.of().toHexDigits(value, digits));
  }

  private static Reading<String> words(Reading<? extends List<?>> list) {
    return switch (list) {
      case Reading.Present<? extends List<?>>(List<?> values) ->
          Reading.of(values.stream().map(String::valueOf).collect(Collectors.joining(" ")));
      case Reading.Absent<? extends List<?>>() -> Reading.absent();
      case Reading.Unread<? extends List<?>>() -> Reading.unread();
    };
  }
}
