package org.iommuscope.model.attach;

import org.iommuscope.model.topology.GroupId;

/** The device node of a vfio group, {@code /dev/vfio/7} or {@code /dev/vfio/noiommu-7}. */
public record GroupNode(GroupId group, boolean noiommu) {

  /** The node that QEMU opens: it knows no other. */
  public static GroupNode of(GroupId group) {
    return new GroupNode(group, false);
  }

  public String path() {
    return "/dev/vfio/" + (noiommu ? "noiommu-" : "") + group;
  }
}
