package org.iommuscope.model.grouping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iommuscope.model.topology.PciAddress;

/** What would have to isolate so that two functions were not in one group. */
final class Parting {

  /** Each round adds a function at least; no way up is longer. */
  private static final int MOST_ROUNDS = 64;

  private final GroupPrediction prediction;
  private final PciAddress one;
  private final PciAddress other;

  private Parting(GroupPrediction prediction, PciAddress one, PciAddress other) {
    this.prediction = prediction;
    this.one = one;
    this.other = other;
  }

  /**
   * A set of functions of which none can be left out; empty where ACS cannot part the two. Another
   * set may be as small.
   */
  static Optional<List<PciAddress>> of(
      GroupPrediction prediction, PciAddress one, PciAddress other) {
    Parting parting = new Parting(prediction, one, other);
    return parting.enough().map(parting::needed);
  }

  private Optional<Set<PciAddress>> enough() {
    Set<PciAddress> assumed = new LinkedHashSet<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Grouping grouping = prediction.assuming(assumed).coarsest();
      if (!grouping.groupOf(one).contains(other)) {
        return Optional.of(assumed);
      }
      List<PciAddress> failing =
          Ties.of(grouping, one).between(one, other).stream().flatMap(Parting::failing).toList();
      if (!assumed.addAll(failing)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Stream<PciAddress> failing(Tie tie) {
    return switch (tie) {
      case Tie.Path path -> path.failing().stream();
      case Tie.Functions functions -> Stream.of(functions.from(), functions.to());
      case Tie.Bridge bridge -> Stream.empty();
      case Tie.Alias alias -> Stream.empty();
      case Tie.Vmd vmd -> Stream.empty();
      case Tie.HostBridge root -> Stream.empty();
    };
  }

  private List<PciAddress> needed(Set<PciAddress> enough) {
    Set<PciAddress> needed = new LinkedHashSet<>(enough);
    for (PciAddress each : new ArrayList<>(enough)) {
      Set<PciAddress> without = new LinkedHashSet<>(needed);
      without.remove(each);
      if (!prediction.assuming(without).coarsest().groupOf(one).contains(other)) {
        needed.remove(each);
      }
    }
    return List.copyOf(needed);
  }
}
