package org.iommuscope.model.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/**
 * The way from the host bridge to each function by device and function numbers, {@code
 * pci0000:00/1c.4/0.0}. It stays when buses are numbered anew, which addresses do not.
 */
final class SlotPaths {

  /** Deeper than buses can be nested, of which a segment has 256. */
  private static final int DEEPEST = 256;

  private final HostTopology host;
  private final Map<DeviceRef, Optional<String>> known = new HashMap<>();

  SlotPaths(HostTopology host) {
    this.host = host;
  }

  /** The path of a function; empty where the capture does not tell the whole way. */
  Optional<String> of(PciFunction function) {
    return of(function, 0);
  }

  private Optional<String> of(PciFunction function, int depth) {
    Optional<String> path = known.get(function.address());
    if (path == null) {
      path = depth > DEEPEST ? Optional.empty() : walk(function, depth);
      known.put(function.address(), path);
    }
    return path;
  }

  private Optional<String> walk(PciFunction function, int depth) {
    return function
        .sriov()
        .physfn()
        .known()
        .flatMap(this::function)
        .flatMap(pf -> ofVf(function, pf, depth))
        .or(() -> below(function, depth));
  }

  /** A VF has no place of its own: it is its PF's first, second, and so on. */
  private Optional<String> ofVf(PciFunction vf, PciFunction pf, int depth) {
    List<PciAddress> all = pf.sriov().virtfns().known().orElse(List.of());
    int index = all.indexOf(vf.address());
    return index < 0 ? Optional.empty() : of(pf, depth + 1).map(path -> path + "/vf" + index);
  }

  private Optional<String> below(PciFunction function, int depth) {
    String last = "/%x.%d".formatted(function.address().device(), function.address().function());
    return switch (function.placement().upstream()) {
      case Reading.Present<PciAddress>(PciAddress bridge) ->
          function(bridge).flatMap(found -> of(found, depth + 1)).map(path -> path + last);
      case Reading.Absent<PciAddress>() ->
          function.placement().hostBridge().known().map(root -> root + last);
      case Reading.Unread<PciAddress>() -> Optional.empty();
    };
  }

  private Optional<PciFunction> function(DeviceRef ref) {
    return host.device(ref).filter(PciFunction.class::isInstance).map(PciFunction.class::cast);
  }
}
