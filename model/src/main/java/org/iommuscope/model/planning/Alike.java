package org.iommuscope.model.planning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;

/** Devices that do as well as another, and that no guest of the whole plan touches. */
final class Alike {

  /** Enough to find a free one, few enough to try them all. */
  private static final int MOST = 8;

  private final HostTopology host;
  private final Kinds kinds;
  private final Set<DeviceRef> taken;
  private final Set<GroupId> takenGroups = new HashSet<>();

  /**
   * @param taken every device that the plan gives to somebody
   */
  Alike(HostTopology host, Kinds kinds, Set<DeviceRef> taken) {
    this.host = host;
    this.kinds = kinds;
    this.taken = Set.copyOf(taken);
    taken.forEach(device -> host.groupOf(device).map(IommuGroup::id).ifPresent(takenGroups::add));
  }

  /** Those in the smallest groups first, for they take the least from the host. */
  List<DeviceRef> to(DeviceRef device) {
    return host.device(device).stream()
        .flatMap(wanted -> kinds.like(wanted).stream())
        .filter(other -> !taken.contains(other.ref()) && !isTaken(other))
        .limit(MOST)
        .map(HostDevice::ref)
        .toList();
  }

  private boolean isTaken(HostDevice other) {
    return other.group().known().filter(takenGroups::contains).isPresent();
  }
}
