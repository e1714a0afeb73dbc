package org.iommuscope.model.grouping;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The requester IDs beside their own that some chips use, as numbers of functions on their own bus:
 * the rows of {@code quirk_dma_func0_alias} and its neighbours in {@code drivers/pci/quirks.c}.
 */
final class DmaAliases {

  private static final List<IdSet> FUNCTION_0 =
      List.of(IdSet.of("1180", "e832 e476"), IdSet.of("6766", "3d40 3d41"));

  private static final List<IdSet> FUNCTION_1 =
      List.of(
          IdSet.of(
              "1b4b",
              """
              9120 9123 9125 9128 9130 9170 9172 917a 9182 9183 91a0 9215 9220 9230 9235
              """),
          IdSet.of("1103", "0642 0645"),
          IdSet.of("197b", "2392"),
          IdSet.of("1c28", "0122"));

  private static final IdSet MIC = IdSet.of("8086", "2260 2264");
  private static final IdSet VCA = IdSet.of("8086", "2954 2955 2956 2958 2959 295a");
  private static final IdSet ALL_256 = IdSet.of("10b5", "87b0 87b1");

  private DmaAliases() {}

  /** The other function numbers, each one byte, that a function of these ids uses. */
  static Set<Integer> of(int vendor, int device, int devfn) {
    int slot = devfn & ~7;
    Set<Integer> aliases = new TreeSet<>();
    if (FUNCTION_0.stream().anyMatch(ids -> ids.has(vendor, device))) {
      aliases.add(slot);
    }
    if (FUNCTION_1.stream().anyMatch(ids -> ids.has(vendor, device))) {
      aliases.add(slot | 1);
    }
    if (MIC.has(vendor, device)) {
      aliases.addAll(List.of(0x10 << 3, 0x11 << 3, 0x12 << 3 | 3));
    }
    if (VCA.has(vendor, device)) {
      IntStream.range(0, 256).filter(number -> (number & 7) < 5).forEach(aliases::add);
    }
    if (ALL_256.has(vendor, device)) {
      IntStream.range(0, 256).forEach(aliases::add);
    }
    aliases.remove(devfn);
    return aliases;
  }
}
