package org.iommuscope.model.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciPlacement;
import org.iommuscope.model.topology.Reading;

/**
 * A host with cards in other slots.
 *
 * @param functions those of the cards and, of a card with bridges, what is behind them
 * @param objections the steps that could not be, each with the reason
 */
record MovedCards(
    HostTopology host, SortedSet<PciAddress> functions, Map<PlanStep.MoveCard, String> objections) {

  static MovedCards of(HostTopology host, List<PlanStep> imagined) {
    MovedCards moved = new MovedCards(host, RestartedHost.none(), Map.of());
    for (PlanStep step : imagined) {
      if (step instanceof PlanStep.MoveCard move) {
        moved = moved.with(move);
      }
    }
    return moved;
  }

  private MovedCards with(PlanStep.MoveCard move) {
    Slots slots = new Slots(host);
    Optional<String> objection = slots.objection(move.device(), move.below());
    if (objection.isPresent()) {
      Map<PlanStep.MoveCard, String> more = new HashMap<>(objections);
      more.put(move, objection.get());
      return new MovedCards(host, functions, Map.copyOf(more));
    }
    PciFunction bridge = (PciFunction) host.device(move.below()).orElseThrow();
    SortedSet<PciAddress> card = slots.cardOf(move.device());
    SortedSet<PciAddress> all = slots.withAllBelow(card);
    List<HostDevice> devices = new ArrayList<>();
    for (HostDevice known : host.devices().values()) {
      boolean moves = known instanceof PciFunction function && all.contains(function.address());
      devices.add(moves ? placed((PciFunction) known, bridge, card.contains(known.ref())) : known);
    }
    all.addAll(functions);
    return new MovedCards(host.withDevices(devices), all, objections);
  }

  /** What is behind a bridge of the card hangs from it still, below another root. */
  private static PciFunction placed(PciFunction function, PciFunction bridge, boolean isOnCard) {
    PciPlacement old = function.placement();
    Reading<PciAddress> upstream = isOnCard ? Reading.of(bridge.address()) : old.upstream();
    return function.withPlacement(
        new PciPlacement(
            upstream,
            bridge.placement().hostBridge(),
            bridge.placement().numaNode(),
            Reading.unread()));
  }
}
