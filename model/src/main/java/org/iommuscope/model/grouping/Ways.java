package org.iommuscope.model.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways between functions that no ACS is asked for. */
final class Ways {

  /** More bridges than buses can be; a capture that says more leads in a circle. */
  private static final int DEEPEST = 256;

  /** Broadcom's bridges that the kernel marks as roots of their IOMMU. */
  private static final IdSet IOMMU_ROOTS = IdSet.of("14e4", "9000 9084");

  private Ways() {}

  /** The bridges above a function, the nearest first. */
  static List<WalkFunction> above(WalkHost host, WalkFunction function) {
    List<WalkFunction> bridges = new ArrayList<>();
    Optional<WalkFunction> up = host.above(function);
    while (up.isPresent() && bridges.size() < DEEPEST) {
      bridges.add(up.get());
      up = host.above(up.get());
    }
    return bridges;
  }

  /** Those below a bridge that is itself the root of an IOMMU. */
  static List<WalkFunction> aboveBelowIommu(WalkHost host, WalkFunction function) {
    return above(host, function).stream()
        .takeWhile(bridge -> !IOMMU_ROOTS.has(bridge.vendor(), bridge.device()))
        .toList();
  }

  /** Whether one of two functions of a bus uses the other's requester ID, or is its VMD. */
  static boolean areAliases(WalkFunction one, WalkFunction two) {
    return one.aliases().contains(two.devfn())
        || two.aliases().contains(one.devfn())
        || one.real().filter(two.address()::equals).isPresent()
        || two.real().filter(one.address()::equals).isPresent();
  }
}
