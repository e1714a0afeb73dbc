package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solution;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.variables.IntVar;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevType;

/**
 * Which slot of which guest gets which offer, as a constraint problem: each group once, the devices
 * of a guest on one node where it asks for that, and no more of an mdev parent than it has.
 */
final class Assignment {

  /** A type's share of its parent is this divided by how many of it there can be. */
  private static final int WHOLE_PARENT = 27_720;

  /** How NVIDIA's driver begins the names of its types. */
  private static final String NVIDIA = "nvidia-";

  /** Enough to see that there are too few, and cheap for hundreds of guests. */
  private static final String BOUNDS = "BC";

  private final HostTopology host;
  private final List<Offer> offers;
  private final Model model = new Model("fill");
  private final List<IntVar> chosen = new ArrayList<>();
  private final int[] points;

  /** A place for a device, and the offers by number that fit it. */
  record Slot(int guest, boolean sameNode, int[] fitting) {}

  /** The offer of each slot, and whether it is known to be the cheapest choice. */
  record Solved(int[] offers, boolean isCheapest) {}

  /**
   * @param offers all offers, the cheapest first
   */
  Assignment(HostTopology host, List<Offer> offers) {
    this.host = host;
    this.offers = offers;
    this.points = offers.stream().mapToInt(Offer::points).toArray();
  }

  Optional<Solved> solve(List<Slot> slots, String limit, BooleanSupplier cancelled) {
    slots.forEach(slot -> chosen.add(model.intVar("slot" + chosen.size(), slot.fitting())));
    IntVar[] variables = chosen.toArray(IntVar[]::new);
    takeEachGroupOnce(variables);
    stayOnOneNode(slots);
    stayWithinParents(variables);
    makeOneSize(variables);
    IntVar[] prices = new IntVar[variables.length];
    for (int slot = 0; slot < prices.length; slot++) {
      prices[slot] = looked("price" + slot, points, variables[slot]);
    }
    IntVar price = model.intVar("price", 0, IntVar.MAX_INT_BOUND / 2);
    model.sum(prices, "=", price).post();
    Solver solver = model.getSolver();
    solver.setSearch(Search.inputOrderLBSearch(variables));
    solver.limitTime(limit);
    solver.addStopCriterion(cancelled::getAsBoolean);
    Solution best = solver.findOptimalSolution(price, Model.MINIMIZE);
    return Optional.ofNullable(best)
        .map(found ->
            new Solved(
                chosen.stream().mapToInt(found::getIntVal).toArray(),
                !solver.isStopCriterionMet()));
  }

  private IntVar looked(String name, int[] table, IntVar index) {
    IntVar value = model.intVar(name, table);
    model.element(value, table, index).post();
    return value;
  }

  private void takeEachGroupOnce(IntVar[] variables) {
    Map<Object, Integer> numbers = new HashMap<>();
    int[] groups =
        offers.stream()
            .mapToInt(offer -> numbers.computeIfAbsent(key(offer), none -> numbers.size()))
            .toArray();
    IntVar[] taken = new IntVar[variables.length];
    for (int slot = 0; slot < taken.length; slot++) {
      taken[slot] = looked("group" + slot, groups, variables[slot]);
    }
    model.allDifferent(taken, BOUNDS).post();
  }

  private Object key(Offer offer) {
    return host.groupOf(offer.device()).<Object>map(group -> group.id()).orElse(offer.device());
  }

  private void stayOnOneNode(List<Slot> slots) {
    int[] nodes = offers.stream().mapToInt(offer -> offer.node().orElse(-1)).toArray();
    Map<Integer, IntVar> first = new HashMap<>();
    for (int slot = 0; slot < slots.size(); slot++) {
      if (slots.get(slot).sameNode()) {
        IntVar node = looked("node" + slot, nodes, chosen.get(slot));
        IntVar other = first.putIfAbsent(slots.get(slot).guest(), node);
        if (other != null) {
          model.arithm(node, "=", other).post();
        }
      }
    }
  }

  private void stayWithinParents(IntVar[] variables) {
    for (DeviceRef parent : host.mdevParents().keySet()) {
      int[] shares = offers.stream().mapToInt(offer -> share(offer, parent)).toArray();
      if (Arrays.stream(shares).anyMatch(share -> share > 0)) {
        IntVar[] taken = new IntVar[variables.length];
        for (int slot = 0; slot < taken.length; slot++) {
          taken[slot] = looked("share" + slot, shares, variables[slot]);
        }
        model.sum(taken, "<=", WHOLE_PARENT).post();
      }
    }
  }

  /**
   * NVIDIA's parents make mdevs of one size at a time, which is what as many of a type as of
   * another can be made of.
   */
  private void makeOneSize(IntVar[] variables) {
    for (DeviceRef parent : host.mdevParents().keySet()) {
      int[] sizes = offers.stream().mapToInt(offer -> size(offer, parent)).toArray();
      if (Arrays.stream(sizes).filter(size -> size > 0).distinct().count() > 1) {
        IntVar one = model.intVar("size of " + parent, Arrays.stream(sizes).distinct().toArray());
        for (int slot = 0; slot < variables.length; slot++) {
          IntVar made = looked("size" + slot, sizes, variables[slot]);
          model.or(model.arithm(made, "=", 0), model.arithm(made, "=", one)).post();
        }
      }
    }
  }

  /** The instances that a type of NVIDIA has left; 0 for all else, and for other parents. */
  private int size(Offer offer, DeviceRef parent) {
    return offer.made().filter(made -> made.type().startsWith(NVIDIA)).stream()
        .flatMap(made -> typeOf(made, parent))
        .mapToInt(type -> type.availableInstances().known().orElse(0))
        .findFirst()
        .orElse(0);
  }

  private Stream<MdevType> typeOf(PlannedMdev made, DeviceRef parent) {
    return Optional.ofNullable(host.mdevParents().get(parent))
        .filter(offering -> made.parent().equals(parent))
        .stream()
        .flatMap(offering -> offering.types().stream())
        .filter(type -> type.id().equals(made.type()));
  }

  private int share(Offer offer, DeviceRef parent) {
    return offer.made().stream()
        .flatMap(made -> typeOf(made, parent))
        .mapToInt(type -> WHOLE_PARENT / Math.max(1, type.availableInstances().known().orElse(1)))
        .findFirst()
        .orElse(0);
  }
}
