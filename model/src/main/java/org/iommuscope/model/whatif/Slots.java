package org.iommuscope.model.whatif;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.iommuscope.model.config.DecodedConfig;
import org.iommuscope.model.config.Express;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** Which functions are one card, and which slots could take it. */
public final class Slots {

  private Slots() {}

  /** The functions of one device, with the VFs of those; what is behind a bridge is not counted. */
  public static SortedSet<PciAddress> cardOf(HostTopology host, PciAddress device) {
    SortedSet<PciAddress> card = RestartedHost.none();
    for (PciFunction function : functions(host)) {
      PciAddress home = function.sriov().physfn().known().orElse(function.address());
      if (home.segment() == device.segment()
          && home.bus() == device.bus()
          && home.device() == device.device()) {
        card.add(function.address());
      }
    }
    return card;
  }

  /** Whether a card can be taken out of its slot: it is below a bridge and is none of the host's. */
  public static boolean isMovable(HostTopology host, PciAddress device) {
    return function(host, device)
        .filter(function -> function.placement().upstream().known().isPresent())
        .filter(function -> function.sriov().physfn().known().isEmpty())
        .isPresent();
  }

  /** The bridges whose slots are free for a card, by address. */
  public static List<PciAddress> freeFor(HostTopology host, PciAddress device) {
    return functions(host).stream()
        .filter(PciFunction::isBridge)
        .map(PciFunction::address)
        .filter(bridge -> objection(host, device, bridge).isEmpty())
        .toList();
  }

  /** What speaks against a card in a slot, as half a sentence; empty where it fits. */
  public static Optional<String> objection(
      HostTopology host, PciAddress device, PciAddress below) {
    Optional<PciFunction> bridge = function(host, below).filter(PciFunction::isBridge);
    SortedSet<PciAddress> card = cardOf(host, device);
    if (card.isEmpty() || !isMovable(host, device)) {
      return Optional.of(device + " is no card in a slot");
    }
    if (bridge.isEmpty()) {
      return Optional.of(below + " is no bridge");
    }
    if (withAllBelow(host, card).contains(below)) {
      return Optional.of(below + " is on the card itself");
    }
    if (isExpress(host, device) != isExpressSlot(bridge.get())) {
      return Optional.of(
          below
              + (isExpressSlot(bridge.get())
                  ? " has a slot for PCI Express, and the card is conventional"
                  : " has slots for conventional cards, and the card is one of PCI Express"));
    }
    List<PciAddress> there =
        functions(host).stream()
            .filter(function -> isBelow(function, below) && !card.contains(function.address()))
            .map(PciFunction::address)
            .toList();
    return isExpressSlot(bridge.get()) && !there.isEmpty()
        ? Optional.of(below + " has " + there.getFirst() + " in its slot")
        : Optional.empty();
  }

  /** The functions with all that is behind their bridges. */
  static SortedSet<PciAddress> withAllBelow(HostTopology host, SortedSet<PciAddress> card) {
    SortedSet<PciAddress> all = RestartedHost.none();
    all.addAll(card);
    int before;
    do {
      before = all.size();
      for (PciFunction function : functions(host)) {
        function.placement().upstream().known().filter(all::contains)
            .ifPresent(up -> all.add(function.address()));
      }
    } while (all.size() > before);
    return all;
  }

  private static boolean isBelow(PciFunction function, PciAddress bridge) {
    return function.placement().upstream().known().filter(bridge::equals).isPresent();
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

  private static boolean isExpress(HostTopology host, PciAddress device) {
    return function(host, device).flatMap(Slots::express).isPresent();
  }

  private static Optional<Express> express(PciFunction function) {
    return DecodedConfig.of(function)
        .known()
        .map(DecodedConfig::express)
        .flatMap(Reading::known);
  }

  private static Optional<PciFunction> function(HostTopology host, PciAddress address) {
    return host.device(address).map(PciFunction.class::cast);
  }

  private static List<PciFunction> functions(HostTopology host) {
    return host.devices().values().stream()
        .filter(PciFunction.class::isInstance)
        .map((HostDevice device) -> (PciFunction) device)
        .toList();
  }
}
