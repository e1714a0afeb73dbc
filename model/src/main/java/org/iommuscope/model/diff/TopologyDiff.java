package org.iommuscope.model.diff;

import java.util.List;
import org.iommuscope.model.topology.HostTopology;

/** All that changed from one capture of a host to another. */
public record TopologyDiff(
    List<GroupChange> groups, List<DeviceChange> devices, List<AttributeChange> attributes) {

  public TopologyDiff {
    groups = List.copyOf(groups);
    devices = List.copyOf(devices);
    attributes = List.copyOf(attributes);
  }

  /** Compares two captures; what one of them does not say is no difference. */
  public static TopologyDiff of(HostTopology before, HostTopology after) {
    Matching matching = Matching.of(before, after);
    return new TopologyDiff(
        new GroupComparison(before, after, matching).changes(),
        new DeviceComparison(before, after, matching).changes(),
        new AttributeComparison(before, after, matching).changes());
  }

  public boolean isEmpty() {
    return groups.isEmpty() && devices.isEmpty() && attributes.isEmpty();
  }
}
