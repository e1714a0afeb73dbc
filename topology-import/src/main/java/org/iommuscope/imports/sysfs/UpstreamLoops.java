package org.iommuscope.imports.sysfs;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that the way upstream ends. Folders cannot lie in each other, but the texts of two
 * links that dangle can say so.
 */
final class UpstreamLoops {

  private UpstreamLoops() {}

  /** Takes the bridge above from every function that is above itself. */
  static void cut(SysfsCapture capture, TopologyBuilder host) {
    Set<PciAddress> ends = new HashSet<>();
    for (PciDraft function : host.functions.values()) {
      Set<PciAddress> way = new HashSet<>();
      @Nullable PciDraft here = function;
      while (here != null && way.add(here.address) && !ends.contains(here.address)) {
        here = above(host, here).orElse(null);
      }
      if (here != null && !ends.contains(here.address)) {
        capture
            .notes()
            .contradiction(
                PciFolders.BUS + "/" + here.address,
                "its path says that it is above itself; the bridge above it is not known");
        here.upstream = Reading.unread();
      }
      ends.addAll(way);
    }
  }

  private static Optional<PciDraft> above(TopologyBuilder host, PciDraft function) {
    return function.upstream.known().flatMap(up -> Optional.ofNullable(host.functions.get(up)));
  }
}
