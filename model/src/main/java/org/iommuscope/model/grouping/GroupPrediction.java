package org.iommuscope.model.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.iommuscope.model.config.Acs;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * The groups that the kernel forms, as far as the capture tells: computed once with each unknown
 * isolation taken as given and once as missing.
 *
 * @param finest the groups if every unknown function enforces
 * @param coarsest the groups if none does
 */
public final class GroupPrediction {

  private final WalkHost host;
  private final AcsOverride override;
  private final EnforcementRules enforcement;
  private final Grouping finest;
  private final Grouping coarsest;

  private GroupPrediction(
      WalkHost host,
      AcsOverride override,
      EnforcementRules enforcement,
      Grouping finest,
      Grouping coarsest) {
    this.host = host;
    this.override = override;
    this.enforcement = enforcement;
    this.finest = finest;
    this.coarsest = coarsest;
  }

  /** The groups of a host as it was captured. */
  public static GroupPrediction of(HostTopology host) {
    return of(host, OverrideInForce.in(host).orElse(AcsOverride.NONE));
  }

  /** The groups of a host if its kernel were started with an ACS override. */
  public static GroupPrediction of(HostTopology host, AcsOverride override) {
    return of(WalkHost.of(host), override, Set.of());
  }

  /** The same host under another ACS override; what was read of its functions is kept. */
  public GroupPrediction under(AcsOverride other) {
    return of(host, other, Set.of());
  }

  /** The same host, if these functions kept their peers out of reach. */
  GroupPrediction assuming(Set<PciAddress> assumed) {
    return of(host, override, assumed);
  }

  private static GroupPrediction of(
      WalkHost functions, AcsOverride override, Set<PciAddress> assumed) {
    EnforcementRules enforcement = new EnforcementRules(functions, override, assumed);
    if (isOneForEachHostBridge(functions.host())) {
      Grouping grouping = byHostBridge(functions);
      return new GroupPrediction(functions, override, enforcement, grouping, grouping);
    }
    List<WalkFunction> order = order(functions);
    Grouping finest = new GroupingWalk(functions, enforcement, true).of(order);
    // a walk that met nothing unknown is the same either way
    Grouping coarsest =
        enforcement.isAllTold()
            ? finest
            : new GroupingWalk(functions, enforcement, false).of(order);
    return new GroupPrediction(functions, override, enforcement, finest, coarsest);
  }

  /** sPAPR firmware gives each host bridge one DMA window. */
  private static boolean isOneForEachHostBridge(HostTopology host) {
    return host.kernel().iommu().known().filter(IommuKind.SPAPR::equals).isPresent();
  }

  private static Grouping byHostBridge(WalkHost functions) {
    Grouping grouping = new Grouping();
    Map<String, PciAddress> first = new HashMap<>();
    for (WalkFunction function : functions.all()) {
      String root = function.function().placement().hostBridge().known().orElse("");
      PciAddress founder = first.putIfAbsent(root, function.address());
      if (function.isCovered() && founder == null) {
        grouping.found(function.address());
      } else if (function.isCovered() && founder != null) {
        grouping.join(function.address(), List.of(new Tie.HostBridge(function.address(), founder)));
      }
    }
    return grouping;
  }

  /** The order of the log where it names every function; else bridges before what is below. */
  private static List<WalkFunction> order(WalkHost functions) {
    Map<PciAddress, Integer> logged = new TreeMap<>();
    for (PciAddress joined : functions.host().sources().log().joined()) {
      logged.put(joined, logged.size());
    }
    boolean isWhole =
        functions.all().stream()
            .filter(WalkFunction::isCovered)
            .allMatch(function -> logged.containsKey(function.address()));
    List<WalkFunction> order = new ArrayList<>(functions.all());
    if (isWhole) {
      order.sort(Comparator.comparing(function -> logged.getOrDefault(function.address(), -1)));
    } else {
      order.sort(Comparator.comparing(function -> Ways.above(functions, function).size()));
    }
    return order;
  }

  public Grouping finest() {
    return finest;
  }

  public Grouping coarsest() {
    return coarsest;
  }

  /** Whether the capture tells every bridge between a function and its root. */
  public boolean isWayTold(PciAddress function) {
    return Stream.concat(Stream.of(function), above(function).stream())
        .map(host::function)
        .flatMap(Optional::stream)
        .noneMatch(each -> !each.isVf() && each.function().placement().upstream().isUnread());
  }

  /** Whether a function has the same companions, whatever the unknown ones do. */
  public boolean isCertain(PciAddress function) {
    return isWayTold(function) && finest.groupOf(function).equals(coarsest.groupOf(function));
  }

  /** The functions of which it cannot be told. */
  public List<PciAddress> uncertain() {
    Predicate<PciAddress> isCertain = this::isCertain;
    return host.all().stream().map(WalkFunction::address).filter(isCertain.negate()).toList();
  }

  /** Whether a function keeps its peers out of reach, and what shows it. */
  public Enforcement enforcementOf(PciAddress function) {
    return host.function(function)
        .map(enforcement::of)
        .orElseGet(() -> new Enforcement(Answer.UNKNOWN, "is not in the capture"));
  }

  /** The ACS of a function, as far as it was captured; empty where nothing of it was. */
  Optional<Reading<Acs>> acsOf(PciAddress function) {
    return host.function(function)
        .filter(found -> !found.config().isUnread() || found.isInWords())
        .map(WalkFunction::acs);
  }

  /** The downstream port above a function that lets requests through to its sisters. */
  Optional<PciAddress> openPortOf(PciAddress function) {
    return SisterPorts.portOf(host, enforcement, function);
  }

  /** The sisters of such a port that have groups of their own. */
  List<PciAddress> sistersOf(PciAddress port) {
    return SisterPorts.of(host, port, finest.groupOf(port));
  }

  /** The bridges above a function, the nearest first. */
  public List<PciAddress> above(PciAddress function) {
    return host.function(function).stream()
        .flatMap(found -> Ways.above(host, found).stream())
        .map(WalkFunction::address)
        .toList();
  }

  /** The groups where they are certain; the finest bound elsewhere. */
  public List<SortedSet<PciAddress>> groups() {
    return finest.groups();
  }
}
