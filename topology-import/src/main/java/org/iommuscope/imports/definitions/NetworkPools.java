package org.iommuscope.imports.definitions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.topology.PciAddress;

/** The functions that networks hand out, each to one guest. */
final class NetworkPools {

  private final Map<String, List<PciAddress>> pools = new HashMap<>();
  private final Set<PciAddress> taken = new HashSet<>();

  void add(String network, List<PciAddress> functions) {
    pools.put(network, List.copyOf(functions));
  }

  /** Whether such a network was read. */
  boolean has(String network) {
    return pools.containsKey(network);
  }

  /** The next function of a network that nobody has; empty where none is left. */
  Optional<PciAddress> take(String network) {
    return pools.getOrDefault(network, List.of()).stream().filter(taken::add).findFirst();
  }
}
