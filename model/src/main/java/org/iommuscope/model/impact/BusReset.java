package org.iommuscope.model.impact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** What a reset of a function's bus, {@code pci_reset_bus} of Linux, reaches beside it. */
public final class BusReset {

  /** Methods that reset one function and nothing beside it. */
  private static final Set<String> ALONE = Set.of("device_specific", "acpi", "flr", "af_flr", "pm");

  private BusReset() {}

  /** The other functions below the same bridge; none on a root bus, which has no reset. */
  public static List<PciAddress> reachOf(HostTopology host, PciFunction function) {
    Optional<PciAddress> bridge = function.placement().upstream().known();
    return bridge.isEmpty()
        ? List.of()
        : host.devices().values().stream()
            .filter(other -> other != function && isBelow(host, other, bridge.get()))
            .map(other -> ((PciFunction) other).address())
            .toList();
  }

  /** Whether the function can be reset without its neighbours. */
  static boolean isAlone(List<String> methods) {
    return methods.stream().anyMatch(ALONE::contains);
  }

  private static boolean isBelow(HostTopology host, HostDevice device, PciAddress bridge) {
    Optional<PciAddress> up = above(device);
    for (int depth = 0; up.isPresent() && depth < 256; depth++) {
      if (up.get().equals(bridge)) {
        return true;
      }
      up = host.device(up.get()).flatMap(BusReset::above);
    }
    return false;
  }

  private static Optional<PciAddress> above(HostDevice device) {
    return device instanceof PciFunction function
        ? function.placement().upstream().known()
        : Optional.empty();
  }
}
