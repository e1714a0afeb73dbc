package org.iommuscope.model.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciFunction;

/** What a device of a host has to do with others: its group, its PF or parent, and so on. */
final class DependsOn {

  private DependsOn() {}

  /** The device with all that share a group, a PF or an mdev with it, near or far. */
  static TreeSet<DeviceRef> of(HostTopology host, AssignmentPlan plan, DeviceRef device) {
    TreeSet<DeviceRef> found = new TreeSet<>();
    Deque<DeviceRef> open = new ArrayDeque<>();
    open.add(device);
    while (!open.isEmpty()) {
      DeviceRef next = open.remove();
      if (found.add(next)) {
        near(host, plan, next).forEach(open::add);
      }
    }
    return found;
  }

  private static Stream<DeviceRef> near(HostTopology host, AssignmentPlan plan, DeviceRef device) {
    Stream<DeviceRef> up = Stream.concat(above(host, device), annotated(plan, device));
    Stream<DeviceRef> mates =
        host.device(device).flatMap(found -> found.group().known()).stream()
            .flatMap(group -> host.group(group).stream())
            .flatMap(group -> group.members().stream());
    Stream<DeviceRef> down =
        host.devices().keySet().stream()
            .filter(other ->
                Stream.concat(above(host, other), annotated(plan, other)).anyMatch(device::equals));
    return Stream.of(up, mates, down).flatMap(all -> all);
  }

  private static Stream<DeviceRef> above(HostTopology host, DeviceRef device) {
    Optional<HostDevice> found = host.device(device);
    return switch (found.orElse(null)) {
      case MediatedDevice mdev -> mdev.parent().known().stream();
      case PciFunction function ->
          function.sriov().physfn().known().stream().map(pf -> (DeviceRef) pf);
      case null, default -> Stream.empty();
    };
  }

  private static Stream<DeviceRef> annotated(AssignmentPlan plan, DeviceRef device) {
    Annotation said = plan.annotations().get(device);
    return said == null ? Stream.empty() : said.iommuDevice().known().stream();
  }
}
