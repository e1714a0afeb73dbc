package org.iommuscope.model.planning;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;

/** Devices that do as well as another, and that no guest of the whole plan touches. */
final class Alike {

  /** Enough to find a free one, few enough to try them all. */
  private static final int MOST = 8;

  private final HostTopology host;
  private final Set<DeviceRef> taken;
  private final Set<GroupId> takenGroups = new HashSet<>();

  /**
   * @param taken every device that the plan gives to somebody
   */
  Alike(HostTopology host, Set<DeviceRef> taken) {
    this.host = host;
    this.taken = Set.copyOf(taken);
    taken.forEach(device -> host.groupOf(device).map(IommuGroup::id).ifPresent(takenGroups::add));
  }

  /** Those in the smallest groups first, for they take the least from the host. */
  List<DeviceRef> to(DeviceRef device) {
    return host.device(device).stream()
        .flatMap(wanted -> candidates(wanted))
        .sorted(Comparator.comparingInt(this::mates).thenComparing(HostDevice::ref))
        .limit(MOST)
        .map(HostDevice::ref)
        .toList();
  }

  private Stream<HostDevice> candidates(HostDevice wanted) {
    return host.devices().values().stream()
        .filter(other -> !taken.contains(other.ref()) && !isTaken(other))
        .filter(other -> isSameKind(wanted, other));
  }

  private boolean isTaken(HostDevice other) {
    return other.group().known().filter(takenGroups::contains).isPresent();
  }

  private int mates(HostDevice device) {
    return host.groupOf(device.ref()).map(group -> group.members().size()).orElse(0);
  }

  /** Same ids for functions, the same type for mdevs; what is unread is like nothing. */
  private static boolean isSameKind(HostDevice one, HostDevice other) {
    return switch (one) {
      case PciFunction function ->
          other instanceof PciFunction twin
              && kind(function).isPresent()
              && kind(function).equals(kind(twin));
      case MediatedDevice mdev ->
          other instanceof MediatedDevice twin
              && mdev.type().known().isPresent()
              && Objects.equals(mdev.type(), twin.type());
      case OtherDevice none -> false;
    };
  }

  private static Optional<List<Integer>> kind(PciFunction function) {
    var ids = function.ids();
    return ids.vendor()
        .known()
        .flatMap(vendor ->
            ids.device()
                .known()
                .flatMap(
                    device -> ids.classCode().known().map(code -> List.of(vendor, device, code))));
  }
}
