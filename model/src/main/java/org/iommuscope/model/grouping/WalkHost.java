package org.iommuscope.model.grouping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** A host's functions as the walk sees them, indexed by address and by bus. */
final class WalkHost {

  private final HostTopology host;
  private final Map<PciAddress, WalkFunction> functions = new LinkedHashMap<>();
  private final Map<Long, List<WalkFunction>> buses = new HashMap<>();
  private final Map<Long, List<WalkFunction>> aliasing = new HashMap<>();

  private WalkHost(HostTopology host) {
    this.host = host;
  }

  static WalkHost of(HostTopology host) {
    WalkHost walk = new WalkHost(host);
    WalkFunctions reading = new WalkFunctions(host);
    for (HostDevice device : host.devices().values()) {
      if (device instanceof PciFunction function) {
        WalkFunction seen = reading.of(function);
        walk.functions.put(function.address(), seen);
        walk.buses.computeIfAbsent(busOf(seen), none -> new ArrayList<>()).add(seen);
        if (seen.mayAlias()) {
          walk.aliasing.computeIfAbsent(busOf(seen), none -> new ArrayList<>()).add(seen);
        }
      }
    }
    return walk;
  }

  HostTopology host() {
    return host;
  }

  Collection<WalkFunction> all() {
    return functions.values();
  }

  Optional<WalkFunction> function(PciAddress address) {
    return Optional.ofNullable(functions.get(address));
  }

  Optional<WalkFunction> above(WalkFunction function) {
    return function.up().flatMap(this::function);
  }

  /** The functions of one bus number, in the order in which they are found. */
  List<WalkFunction> onBusOf(WalkFunction function) {
    return buses.getOrDefault(busOf(function), List.of());
  }

  /** The functions of one bus number that may use another's requester ID. */
  List<WalkFunction> aliasingOnBusOf(WalkFunction function) {
    return aliasing.getOrDefault(busOf(function), List.of());
  }

  private static long busOf(WalkFunction function) {
    return (long) function.address().segment() << 8 | function.address().bus();
  }
}
