package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iommuscope.model.plan.GuestName;

/** The devices that the guests of some requests wait for, and the offers that fit each. */
final class Places {

  private final List<Offer> offers;
  private final List<Assignment.Slot> slots = new ArrayList<>();
  private final List<GuestName> guests = new ArrayList<>();
  private final List<DeviceKind> kinds = new ArrayList<>();
  private final List<Integer> offered = new ArrayList<>();

  Places(List<GuestRequest> requests, Map<DeviceKind, Offers.Of> byKind) {
    int wanted = requests.stream().mapToInt(each -> each.guests() * each.kinds().size()).sum();
    Map<DeviceKind, List<Offer>> enough = new HashMap<>();
    byKind.forEach((kind, of) -> enough.put(kind, enough(of.offers(), wanted)));
    this.offers =
        enough.values().stream()
            .flatMap(List::stream)
            .distinct()
            .sorted(Comparator.comparingInt(Offer::points).thenComparing(Offer::device))
            .toList();
    Map<Offer, Integer> numbers = new HashMap<>();
    IntStream.range(0, offers.size()).forEach(number -> numbers.put(offers.get(number), number));
    for (GuestRequest request : requests) {
      Map<DeviceKind, Integer> all = offered(request, byKind);
      for (GuestName guest : request.names()) {
        for (DeviceKind kind : request.kinds()) {
          offered.add(all.getOrDefault(kind, 0));
          int[] fitting =
              enough.getOrDefault(kind, List.of()).stream()
                  .filter(offer -> isOnNode(request, offer))
                  .mapToInt(offer -> numbers.getOrDefault(offer, 0))
                  .toArray();
          add(guest, kind, new Assignment.Slot(number(guest), isTied(request), fitting));
        }
      }
    }
  }

  private static Map<DeviceKind, Integer> offered(
      GuestRequest request, Map<DeviceKind, Offers.Of> byKind) {
    Map<DeviceKind, Integer> counts = new HashMap<>();
    byKind.forEach((kind, of) ->
        counts.put(
            kind, (int) of.offers().stream().filter(offer -> isOnNode(request, offer)).count()));
    return counts;
  }

  /**
   * The cheapest of each node, as many as there are places: a choice that takes another can be made
   * no dearer with one of these, for not all of them are taken.
   */
  private static List<Offer> enough(List<Offer> offers, int wanted) {
    Map<Optional<Integer>, Integer> kept = new HashMap<>();
    return offers.stream()
        .filter(offer -> kept.merge(offer.node(), 1, Integer::sum) <= wanted)
        .toList();
  }

  List<Offer> offers() {
    return offers;
  }

  List<Assignment.Slot> slots() {
    return slots;
  }

  /** Whether a choice in one place narrows another in more than taking its group. */
  boolean areTied() {
    return slots.stream().anyMatch(Assignment.Slot::sameNode)
        || offers.stream().anyMatch(offer -> offer.made().isPresent());
  }

  GuestName guest(int slot) {
    return guests.get(slot);
  }

  DeviceKind kind(int slot) {
    return kinds.get(slot);
  }

  /** How many devices could be had in a place, also those that the search leaves out. */
  int offered(int slot) {
    return offered.get(slot);
  }

  private void add(GuestName guest, DeviceKind kind, Assignment.Slot slot) {
    guests.add(guest);
    kinds.add(kind);
    slots.add(slot);
  }

  private int number(GuestName guest) {
    int known = guests.indexOf(guest);
    return known < 0 ? guests.size() : known;
  }

  private static boolean isTied(GuestRequest request) {
    return request.sameNode() && request.kinds().size() > 1;
  }

  private static boolean isOnNode(GuestRequest request, Offer offer) {
    return request
        .onlyNode()
        .map(node -> offer.node().filter(node::equals).isPresent())
        .orElse(true);
  }
}
