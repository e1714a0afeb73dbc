package org.iommuscope.app.workspace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciFunction;

/** Another member of the group of a device that is about to be assigned, and what becomes of it. */
public record GroupMate(DeviceRef device, Part part) {

  /** What becomes of a member of the group. */
  public enum Part {
    COMES_ALONG("comes along"),
    MUST_LEAVE_DRIVER("must leave its driver"),
    HARMLESS_BRIDGE("harmless bridge"),
    UNKNOWN("driver not captured");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** The others in the groups of devices, in the order of the groups. */
  public static List<GroupMate> of(
      HostTopology host, AssignmentPlan plan, List<DeviceRef> devices) {
    return devices.stream()
        .flatMap(device -> host.groupOf(device).stream())
        .distinct()
        .flatMap(group -> group.members().stream())
        .filter(member -> !devices.contains(member))
        .flatMap(member -> mate(host, plan, member))
        .toList();
  }

  private static Stream<GroupMate> mate(HostTopology host, AssignmentPlan plan, DeviceRef ref) {
    return host.device(ref).stream().map(device -> new GroupMate(ref, part(plan, device)));
  }

  private static Part part(AssignmentPlan plan, HostDevice device) {
    if (device instanceof PciFunction function && function.isBridge()) {
      return Part.HARMLESS_BRIDGE;
    }
    Optional<String> planned = plan.bindings().get(device.ref());
    if (planned == null && device.driver().isUnread()) {
      return Part.UNKNOWN;
    }
    Optional<String> driver = planned != null ? planned : device.driver().known();
    return driver.filter(name -> !Drivers.isVfio(name)).isPresent()
        ? Part.MUST_LEAVE_DRIVER
        : Part.COMES_ALONG;
  }
}
