package org.iommuscope.model.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.iommuscope.model.config.DecodedConfig;
import org.iommuscope.model.config.Express;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** Which functions of a host are one card, and which slots could take it. */
public final class Slots {

  private final HostTopology host;
  private final List<PciFunction> functions = new ArrayList<>();
  private final Map<PciAddress, List<PciAddress>> below = new HashMap<>();

  public Slots(HostTopology host) {
    this.host = host;
    for (HostDevice device : host.devices().values()) {
      if (device instanceof PciFunction function) {
        functions.add(function);
        function
            .placement()
            .upstream()
            .known()
            .ifPresent(
                up -> below.computeIfAbsent(up, none -> new ArrayList<>()).add(function.address()));
      }
    }
  }

  /** The functions of one device, with the VFs of those; what is behind a bridge is not counted. */
  public SortedSet<PciAddress> cardOf(PciAddress device) {
    SortedSet<PciAddress> card = RestartedHost.none();
    for (PciFunction function : functions) {
      PciAddress home = function.sriov().physfn().known().orElse(function.address());
      if (home.segment() == device.segment()
          && home.bus() == device.bus()
          && home.device() == device.device()) {
        card.add(function.address());
      }
    }
    return card;
  }

  /** Whether a card can be taken out of its slot: it is below a bridge and is no VF. */
  public boolean isMovable(PciAddress device) {
    return function(device)
        .filter(function -> function.placement().upstream().known().isPresent())
        .filter(function -> function.sriov().physfn().known().isEmpty())
        .isPresent();
  }

  /** The bridges whose slots are free for a card, by address. */
  public List<PciAddress> freeFor(PciAddress device) {
    if (!isMovable(device)) {
      return List.of();
    }
    SortedSet<PciAddress> card = withAllBelow(cardOf(device));
    return functions.stream()
        .filter(PciFunction::isBridge)
        .filter(bridge -> objection(device, card, bridge).isEmpty())
        .map(PciFunction::address)
        .toList();
  }

  /** What speaks against a card in a slot, as half a sentence; empty where it fits. */
  Optional<String> objection(PciAddress device, PciAddress bridge) {
    if (!isMovable(device)) {
      return Optional.of(device + " is no card in a slot");
    }
    Optional<PciFunction> found = function(bridge).filter(PciFunction::isBridge);
    return found.isEmpty()
        ? Optional.of(bridge + " is no bridge")
        : objection(device, withAllBelow(cardOf(device)), found.get());
  }

  private Optional<String> objection(
      PciAddress device, SortedSet<PciAddress> card, PciFunction bridge) {
    PciAddress slot = bridge.address();
    if (card.contains(slot)) {
      return Optional.of(slot + " is on the card itself");
    }
    boolean isExpressSlot = isExpressSlot(bridge);
    if (function(device).flatMap(Slots::express).isPresent() != isExpressSlot) {
      return Optional.of(
          slot
              + (isExpressSlot
                  ? " has a slot for PCI Express, and the card is conventional"
                  : " has no slot for a card of PCI Express"));
    }
    return below.getOrDefault(slot, List.of()).stream()
        .filter(there -> isExpressSlot && !card.contains(there))
        .map(there -> slot + " has " + there + " in its slot")
        .findFirst();
  }

  /** The functions with all that is behind their bridges. */
  SortedSet<PciAddress> withAllBelow(SortedSet<PciAddress> card) {
    SortedSet<PciAddress> all = RestartedHost.none();
    List<PciAddress> next = new ArrayList<>(card);
    while (!next.isEmpty()) {
      PciAddress function = next.removeLast();
      if (all.add(function)) {
        next.addAll(below.getOrDefault(function, List.of()));
      }
    }
    return all;
  }

  /** A root or downstream port has one slot; a bridge to conventional PCI has several. */
  private static boolean isExpressSlot(PciFunction bridge) {
    return express(bridge)
        .map(express ->
            switch (express.type()) {
              case ROOT_PORT, DOWNSTREAM_PORT -> true;
              default -> false;
            })
        .orElse(false);
  }

  private static Optional<Express> express(PciFunction function) {
    return DecodedConfig.of(function).known().map(DecodedConfig::express).flatMap(Reading::known);
  }

  private Optional<PciFunction> function(PciAddress address) {
    return host.device(address).map(PciFunction.class::cast);
  }
}
