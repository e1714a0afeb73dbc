package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;

/** The devices of a host by what makes one as good as another, those in small groups first. */
final class Kinds {

  private final HostTopology host;
  private final Map<Object, List<HostDevice>> byKind = new HashMap<>();

  Kinds(HostTopology host) {
    this.host = host;
    for (HostDevice device : host.devices().values()) {
      kind(device)
          .ifPresent(kind -> byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(device));
    }
    // a stable sort: the host's own order decides among groups of one size
    byKind.values().forEach(twins -> twins.sort(Comparator.comparingInt(this::mates)));
  }

  /** The devices that are like one, itself included; none where it is like nothing. */
  List<HostDevice> like(HostDevice device) {
    return kind(device).map(kind -> byKind.getOrDefault(kind, List.of())).orElse(List.of());
  }

  private int mates(HostDevice device) {
    return host.groupOf(device.ref()).map(group -> group.members().size()).orElse(0);
  }

  /** Same ids and class for functions, the same type for mdevs; what is unread is like nothing. */
  private static Optional<Object> kind(HostDevice device) {
    return switch (device) {
      case PciFunction function -> kind(function);
      case MediatedDevice mdev -> mdev.type().known().map(type -> type);
      case OtherDevice none -> Optional.empty();
    };
  }

  private static Optional<Object> kind(PciFunction function) {
    Optional<Integer> vendor = function.ids().vendor().known();
    Optional<Integer> device = function.ids().device().known();
    Optional<Integer> code = function.ids().classCode().known();
    return vendor.isPresent() && device.isPresent() && code.isPresent()
        ? Optional.of(List.of(vendor.get(), device.get(), code.get()))
        : Optional.empty();
  }
}
