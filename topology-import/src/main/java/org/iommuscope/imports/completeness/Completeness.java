package org.iommuscope.imports.completeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciFunction;

/** How much of each kind of fact is known of a host; a fact that it does not have is known too. */
public final class Completeness {

  /**
   * How much of one kind is known.
   *
   * @param known of how many functions, devices or groups
   * @param of how many there are; 0 where the host has nothing that could have such a fact
   */
  public record Level(KindOfFact kind, int known, int of) {

    public boolean isWhole() {
      return known == of;
    }

    /** Whether nothing at all is known. */
    public boolean isMissing() {
      return known == 0 && of > 0;
    }
  }

  private final HostTopology host;
  private final List<PciFunction> functions;
  private final List<MediatedDevice> mdevs;

  private Completeness(HostTopology host) {
    this.host = host;
    this.functions = ofKind(host, PciFunction.class);
    this.mdevs = ofKind(host, MediatedDevice.class);
  }

  private static <T extends HostDevice> List<T> ofKind(HostTopology host, Class<T> kind) {
    return host.devices().values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** A level for each kind, in the order of the kinds. */
  public static List<Level> of(HostTopology host) {
    Completeness completeness = new Completeness(host);
    return Arrays.stream(KindOfFact.values()).map(completeness::level).toList();
  }

  /** The kinds of which something is missing. */
  public static List<Level> gaps(HostTopology host) {
    return of(host).stream().filter(level -> !level.isWhole()).toList();
  }

  private Level level(KindOfFact kind) {
    return switch (kind) {
      case GROUP -> count(kind, host.devices().values(), it -> !it.group().isUnread());
      case DRIVER -> count(kind, host.devices().values(), it -> !it.driver().isUnread());
      case IDS -> count(kind, functions, it -> !it.ids().vendor().isUnread());
      case CLASS -> count(kind, functions, it -> !it.ids().classCode().isUnread());
      case TREE -> count(kind, functions, it -> !it.placement().upstream().isUnread());
      case CONFIG -> count(kind, functions, it -> !it.config().isUnread());
      case RESET -> count(kind, resettable(), it -> !it.resetMethods().isUnread());
      case SRIOV -> count(kind, endpoints(), Completeness::tellsVfs);
      case NUMA -> count(kind, functions, it -> !it.placement().numaNode().isUnread());
      case MDEV_TYPES -> mdevTypes();
      case REGIONS -> count(kind, physicalGroups(), group -> !group.reservedRegions().isUnread());
      case KERNEL -> count(kind, List.of(host), it -> !it.kernel().release().isUnread());
      case REMAPPING ->
          count(kind, List.of(host), it -> !it.kernel().interruptRemapping().isUnread());
    };
  }

  private static <T> Level count(KindOfFact kind, Collection<T> all, Predicate<T> isKnown) {
    return new Level(kind, (int) all.stream().filter(isKnown).count(), all.size());
  }

  private List<PciFunction> endpoints() {
    return functions.stream().filter(it -> !it.isBridge()).toList();
  }

  /** Kernels before 5.15 have no {@code reset_method}, and so nothing that could be told. */
  private List<PciFunction> resettable() {
    return host.kernel().isAtLeast(5, 15).orElse(true) ? endpoints() : List.of();
  }

  private static boolean tellsVfs(PciFunction function) {
    return !function.sriov().physfn().isUnread() || !function.sriov().totalVfs().isUnread();
  }

  /** A host without mdevs may have parents that nobody told of; with mdevs somebody should have. */
  private Level mdevTypes() {
    List<MediatedDevice> parents = new ArrayList<>(mdevs);
    return count(
        KindOfFact.MDEV_TYPES,
        parents,
        mdev -> mdev.parent().known().filter(host.mdevParents()::containsKey).isPresent());
  }

  private List<IommuGroup> physicalGroups() {
    return host.groups().values().stream()
        .filter(group -> group.kind() == IommuGroup.Kind.PHYSICAL)
        .toList();
  }
}
