package org.iommuscope.model.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.iommuscope.model.diff.Matching.Match;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.Reading;

/**
 * The functions of two captures paired, from the surest sign to the weakest: ids with slot path,
 * ids with address, ids that no other function has; and place alone where ids were not captured.
 */
final class FunctionMatching {

  private final Map<DeviceRef, PciFunction> befores;
  private final Map<DeviceRef, PciFunction> afters;
  private final SlotPaths beforePaths;
  private final SlotPaths afterPaths;
  private final Map<DeviceRef, Match> matches = new LinkedHashMap<>();

  FunctionMatching(HostTopology before, HostTopology after) {
    befores = functionsOf(before);
    afters = functionsOf(after);
    beforePaths = new SlotPaths(before);
    afterPaths = new SlotPaths(after);
  }

  static boolean isFunction(HostTopology host, DeviceRef ref) {
    return host.devices().get(ref) instanceof PciFunction;
  }

  private static Map<DeviceRef, PciFunction> functionsOf(HostTopology host) {
    Map<DeviceRef, PciFunction> functions = new LinkedHashMap<>();
    for (HostDevice device : host.devices().values()) {
      if (device instanceof PciFunction function) {
        functions.put(function.address(), function);
      }
    }
    return functions;
  }

  Map<DeviceRef, Match> matches() {
    pair(
        function -> with(ids(function), beforePaths.of(function)),
        function -> with(ids(function), afterPaths.of(function)),
        FunctionMatching::mayBeOne,
        "same ids, same slot path");
    pair(
        function -> with(ids(function), Optional.of(function.address().text())),
        FunctionMatching::mayBeOne,
        "same ids, same address");
    pair(FunctionMatching::allIds, FunctionMatching::mayBeOne, "same ids, which no other has");
    pair(FunctionMatching::ids, FunctionMatching::mayBeOne, "same ids, which no other has");
    pair(beforePaths::of, afterPaths::of, FunctionMatching::oneHasNoIds, "same slot path");
    pair(
        function -> Optional.of(function.address().text()),
        FunctionMatching::oneHasNoIds,
        "same address");
    return matches;
  }

  private void pair(
      Function<PciFunction, Optional<String>> key,
      BiPredicate<PciFunction, PciFunction> agree,
      String because) {
    pair(key, key, agree, because);
  }

  /** Pairs what is left where one function of each capture has the key. */
  private void pair(
      Function<PciFunction, Optional<String>> beforeKey,
      Function<PciFunction, Optional<String>> afterKey,
      BiPredicate<PciFunction, PciFunction> agree,
      String because) {
    Map<String, List<PciFunction>> left = byKey(befores, beforeKey);
    Map<String, List<PciFunction>> right = byKey(afters, afterKey);
    left.forEach((key, ones) -> {
      List<PciFunction> others = right.getOrDefault(key, List.of());
      if (ones.size() == 1
          && others.size() == 1
          && agree.test(ones.getFirst(), others.getFirst())) {
        match(ones.getFirst(), others.getFirst(), because);
      }
    });
  }

  private void match(PciFunction before, PciFunction after, String because) {
    befores.remove(before.address());
    afters.remove(after.address());
    boolean hasOtherPath = haveOtherPaths(before, after);
    boolean hasMoved = hasOtherPath || !before.address().equals(after.address());
    matches.put(
        before.address(),
        new Match(after.address(), hasMoved, because + (hasOtherPath ? ", other slot path" : "")));
  }

  private boolean haveOtherPaths(PciFunction before, PciFunction after) {
    Optional<String> was = beforePaths.of(before);
    Optional<String> is = afterPaths.of(after);
    return was.isPresent() && is.isPresent() && !was.equals(is);
  }

  private static Map<String, List<PciFunction>> byKey(
      Map<DeviceRef, PciFunction> functions, Function<PciFunction, Optional<String>> key) {
    Map<String, List<PciFunction>> byKey = new HashMap<>();
    for (PciFunction function : functions.values()) {
      key.apply(function)
          .ifPresent(text -> byKey.computeIfAbsent(text, none -> new ArrayList<>()).add(function));
    }
    return byKey;
  }

  private static Optional<String> with(Optional<String> ids, Optional<String> place) {
    return ids.flatMap(one -> place.map(other -> one + " " + other));
  }

  private static Optional<String> ids(PciFunction function) {
    PciIds ids = function.ids();
    return ids.vendor()
        .known()
        .flatMap(vendor -> ids.device().known().map(device -> vendor + ":" + device));
  }

  private static Optional<String> allIds(PciFunction function) {
    PciIds ids = function.ids();
    return ids(function)
        .flatMap(own ->
            ids.subsystemVendor()
                .known()
                .flatMap(vendor ->
                    ids.subsystemDevice()
                        .known()
                        .map(device -> own + " " + vendor + ":" + device)));
  }

  /** Whether the ids of the boards, as far as both were captured, are the same. */
  private static boolean mayBeOne(PciFunction one, PciFunction two) {
    return agree(one.ids().subsystemVendor(), two.ids().subsystemVendor())
        && agree(one.ids().subsystemDevice(), two.ids().subsystemDevice());
  }

  private static boolean oneHasNoIds(PciFunction one, PciFunction two) {
    return ids(one).isEmpty() || ids(two).isEmpty();
  }

  private static boolean agree(Reading<Integer> one, Reading<Integer> two) {
    return one.isUnread() || two.isUnread() || one.equals(two);
  }
}
