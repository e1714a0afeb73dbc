package org.iommuscope.model.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.topology.PciAddress;

/**
 * Forms groups as {@code pci_device_group} of Linux 5.10 to 7.2 does: function by function, each of
 * which takes over the group of one function that it finds, or founds one.
 */
final class GroupingWalk {

  private final WalkHost host;
  private final EnforcementRules enforcement;
  private final boolean isUnknownTaken;
  private final Grouping grouping = new Grouping();
  private final Map<PciAddress, Boolean> isolatedPaths = new HashMap<>();

  /**
   * @param isUnknownTaken whether a function that cannot be judged counts as enforcing
   */
  GroupingWalk(WalkHost host, EnforcementRules enforcement, boolean isUnknownTaken) {
    this.host = host;
    this.enforcement = enforcement;
    this.isUnknownTaken = isUnknownTaken;
  }

  /** Forms the groups of the functions in the order in which they join. */
  Grouping of(List<WalkFunction> order) {
    for (WalkFunction function : order) {
      if (function.isCovered() && !grouping.has(function.address())) {
        join(function);
      }
    }
    return grouping;
  }

  private void join(WalkFunction function) {
    List<Tie> way = new ArrayList<>();
    if (findsAbove(function, way) || findsOnBus(lastOf(function, way), way, new HashSet<>())) {
      grouping.join(function.address(), way);
    } else {
      grouping.found(function.address());
    }
  }

  /** The function that the ties have reached. */
  private WalkFunction lastOf(WalkFunction function, List<Tie> way) {
    return way.isEmpty() ? function : host.function(way.getLast().to()).orElse(function);
  }

  /** Goes up by VMD, by bridges that change the requester ID, and by paths without isolation. */
  private boolean findsAbove(WalkFunction function, List<Tie> way) {
    WalkFunction real = function.real().flatMap(host::function).orElse(function);
    if (real != function && reaches(new Tie.Vmd(function.address(), real.address()), way)) {
      return true;
    }
    for (WalkFunction bridge : Ways.aboveBelowIommu(host, real)) {
      if (bridge.changesRequesterId()
          && reaches(new Tie.Bridge(lastOf(function, way).address(), bridge.address()), way)) {
        return true;
      }
    }
    WalkFunction here = lastOf(function, way);
    for (Optional<WalkFunction> up = host.above(here); up.isPresent(); up = host.above(up.get())) {
      if (isIsolated(up.get())) {
        return false;
      }
      Tie tie = new Tie.Path(here.address(), up.get().address(), failingFrom(up.get()));
      if (reaches(tie, way)) {
        return true;
      }
      here = up.get();
    }
    return false;
  }

  private boolean reaches(Tie tie, List<Tie> way) {
    way.add(tie);
    return grouping.has(tie.to());
  }

  /** Whether every function from here to the root enforces, {@code pci_acs_path_enabled}. */
  private boolean isIsolated(WalkFunction function) {
    Boolean known = isolatedPaths.get(function.address());
    if (known != null) {
      return known;
    }
    boolean isolated =
        enforces(function) && host.above(function).map(this::isIsolated).orElse(true);
    isolatedPaths.put(function.address(), isolated);
    return isolated;
  }

  private List<PciAddress> failingFrom(WalkFunction function) {
    List<PciAddress> failing = new ArrayList<>();
    if (!enforces(function)) {
      failing.add(function.address());
    }
    for (WalkFunction above : Ways.above(host, function)) {
      if (!enforces(above)) {
        failing.add(above.address());
      }
    }
    return failing;
  }

  private boolean enforces(WalkFunction function) {
    return switch (enforcement.of(function).answer()) {
      case YES -> true;
      case NO -> false;
      case UNKNOWN -> isUnknownTaken;
    };
  }

  /** Searches the bus for a function whose requester ID is shared, or from which nothing parts. */
  private boolean findsOnBus(WalkFunction function, List<Tie> way, Set<Integer> seen) {
    return findsAlias(function, way, seen) || findsFunction(function, way, seen);
  }

  /** A function that is reached counts where it has a group, else what it leads to. */
  private boolean leadsOn(Tie tie, WalkFunction to, List<Tie> way, Set<Integer> seen) {
    if (!seen.add(to.devfn())) {
      return false;
    }
    way.add(tie);
    if (grouping.has(to.address()) || findsOnBus(to, way, seen)) {
      return true;
    }
    way.remove(way.size() - 1);
    return false;
  }

  private boolean findsAlias(WalkFunction function, List<Tie> way, Set<Integer> seen) {
    seen.add(function.devfn());
    List<WalkFunction> candidates =
        function.mayAlias() ? host.onBusOf(function) : host.aliasingOnBusOf(function);
    for (WalkFunction other : candidates) {
      if (other != function
          && Ways.areAliases(function, other)
          && leadsOn(new Tie.Alias(function.address(), other.address()), other, way, seen)) {
        return true;
      }
    }
    return false;
  }

  private boolean findsFunction(WalkFunction function, List<Tie> way, Set<Integer> seen) {
    if (!function.isMulti() || enforces(function)) {
      return false;
    }
    for (WalkFunction other : host.onBusOf(function)) {
      boolean isSibling = other != function && other.isSameSlot(function) && !enforces(other);
      if (isSibling
          && leadsOn(new Tie.Functions(function.address(), other.address()), other, way, seen)) {
        return true;
      }
    }
    return false;
  }
}
