package org.iommuscope.imports.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Which bridge leads to which bus, by the bus numbers that bridges are programmed with. Bus 0 of a
 * segment is always the bus of a host bridge.
 */
final class ClaimedTree {

  /** A tree has no more levels than a segment has buses. */
  private static final int DEEPEST = 256;

  private final Evidence evidence;
  private final Map<Integer, Map<Integer, PciAddress>> bridgeTo = new HashMap<>();

  ClaimedTree(Evidence evidence) {
    this.evidence = evidence;
    evidence
        .devices()
        .forEach((ref, claims) -> {
          if (ref instanceof PciAddress bridge) {
            claims
                .reading(Fact.SECONDARY_BUS)
                .known()
                .filter(bus -> bus > bridge.bus())
                .ifPresent(bus -> enter(bridge, bus, claims));
          }
        });
  }

  /** A bus above the secondary one has no function of its own but VFs, and no bridge but this. */
  private void enter(PciAddress bridge, int bus, Claims claims) {
    Map<Integer, PciAddress> segment =
        bridgeTo.computeIfAbsent(bridge.segment(), none -> new HashMap<>());
    segment.put(bus, bridge);
    int last = Math.min(255, claims.reading(Fact.SUBORDINATE_BUS).known().orElse(bus));
    for (int each = bus + 1; each <= last; each++) {
      segment.merge(each, bridge, ClaimedTree::nearer);
    }
  }

  /** Of two bridges that lead to a bus: the one whose own bus is higher is below the other. */
  private static PciAddress nearer(PciAddress one, PciAddress two) {
    return two.bus() > one.bus() ? two : one;
  }

  Reading<PciAddress> upstream(PciAddress function, Claims claims) {
    Reading<PciAddress> claimed = claims.reading(Fact.UPSTREAM);
    return switch (claimed) {
      case Reading.Present<PciAddress>(PciAddress bridge) ->
          isAboveItself(function) ? Reading.unread() : Reading.of(bridge);
      case Reading.Absent<PciAddress>() -> claimed;
      case Reading.Unread<PciAddress>() -> byBus(function);
    };
  }

  private Reading<PciAddress> byBus(PciAddress function) {
    Optional<PciAddress> bridge = bridgeOver(function);
    if (bridge.isEmpty() && evidence.isRootBus(function.segment(), function.bus())) {
      return Reading.absent();
    }
    return bridge.map(Reading::of).orElseGet(Reading::unread);
  }

  private Optional<PciAddress> bridgeOver(PciAddress function) {
    return Optional.ofNullable(
        bridgeTo.getOrDefault(function.segment(), Map.of()).get(function.bus()));
  }

  private boolean isAboveItself(PciAddress function) {
    Set<PciAddress> way = new HashSet<>();
    @Nullable PciAddress here = function;
    while (here != null && way.size() < DEEPEST && way.add(here)) {
      here = above(here).orElse(null);
    }
    return here != null;
  }

  private Optional<PciAddress> above(PciAddress function) {
    Reading<PciAddress> claimed =
        evidence.known(function).map(it -> it.reading(Fact.UPSTREAM)).orElseGet(Reading::unread);
    return claimed.isUnread() ? bridgeOver(function) : claimed.known();
  }

  /** The root of a function's tree, {@code pci0000:00}, as far as the way to it is known. */
  Reading<String> hostBridge(PciAddress function, Claims claims) {
    Reading<String> claimed = claims.reading(Fact.HOST_BRIDGE);
    if (!claimed.isUnread()) {
      return claimed;
    }
    Set<PciAddress> way = new HashSet<>();
    PciAddress top = function;
    for (Optional<PciAddress> up = above(top);
        up.isPresent() && way.size() < DEEPEST && way.add(top);
        up = above(top)) {
      top = up.get();
    }
    boolean isRoot =
        evidence.isRootBus(top.segment(), top.bus())
            || evidence
                .known(top)
                .filter(it -> it.reading(Fact.UPSTREAM) instanceof Reading.Absent<PciAddress>)
                .isPresent();
    return isRoot
        ? Reading.of("pci" + top.text().substring(0, top.text().lastIndexOf(':')))
        : Reading.unread();
  }
}
