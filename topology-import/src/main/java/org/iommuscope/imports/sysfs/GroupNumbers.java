package org.iommuscope.imports.sysfs;

import java.util.Optional;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.Reading;

/** The numbers of IOMMU groups as names of folders. */
final class GroupNumbers {

  static final String EXPECTED = "a group number";

  private GroupNumbers() {}

  static Optional<GroupId> parse(String name) {
    boolean isPadded = name.length() > 1 && name.startsWith("0");
    return !isPadded
        ? Attributes.decimal(name, 0, Integer.MAX_VALUE).map(GroupId::new)
        : Optional.empty();
  }

  /** The group that a device's {@code iommu_group} link names. */
  static Reading<GroupId> of(DeviceFolder device) {
    return device.linkTo("iommu_group", GroupNumbers::parse, EXPECTED);
  }
}
