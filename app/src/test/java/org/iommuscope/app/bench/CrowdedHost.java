package org.iommuscope.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciFunction;

/** Many guests on one host, each with all endpoints of one group. */
final class CrowdedHost {

  static final int GUESTS = 64;

  private CrowdedHost() {}

  /** The guests, with the endpoints of their groups and the spare one on vfio-pci. */
  static AssignmentPlan plan(HostTopology host, int count) {
    List<IommuGroup> groups = List.copyOf(host.groups().values());
    AssignmentPlan plan = onVfio(AssignmentPlan.EMPTY, endpoints(host, spareGroup(host)));
    List<Guest> guests = new ArrayList<>();
    for (int nth = 0; nth < count; nth++) {
      List<DeviceRef> devices = endpoints(host, groups.get(nth * groups.size() / count));
      plan = onVfio(plan, devices);
      guests.add(
          Guest.named(new GuestName("guest" + nth))
              .withDevices(devices.stream().map(GuestDevice::of).toList()));
    }
    return plan.withGuests(guests);
  }

  /** An endpoint that no guest of the plan has. */
  static DeviceRef spare(HostTopology host) {
    return endpoints(host, spareGroup(host)).getFirst();
  }

  /** The last group with an endpoint: the guests' are the first of equal parts. */
  private static IommuGroup spareGroup(HostTopology host) {
    return List.copyOf(host.groups().values()).reversed().stream()
        .filter(group -> !endpoints(host, group).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static AssignmentPlan onVfio(AssignmentPlan plan, List<DeviceRef> devices) {
    AssignmentPlan bound = plan;
    for (DeviceRef device : devices) {
      bound = bound.withBinding(device, Optional.of("vfio-pci"));
    }
    return bound;
  }

  private static List<DeviceRef> endpoints(HostTopology host, IommuGroup group) {
    return group.members().stream().filter(ref -> isEndpoint(host, ref)).toList();
  }

  private static boolean isEndpoint(HostTopology host, DeviceRef ref) {
    return host.devices().get(ref) instanceof PciFunction function
        && function.header().known().equals(Optional.of(HeaderType.ENDPOINT));
  }
}
