package org.iommuscope.model.attach;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/** What a backend attaches when a vfio group joins a container: what isolates the group's DMA. */
public sealed interface Backing {

  /** Nothing: a vendor driver isolates its mdevs by itself, or there is no IOMMU at all. */
  record Nothing() implements Backing {}

  /** The domain of an IOMMU group, for the group's own devices. */
  record OwnGroup(GroupId group) implements Backing {}

  /** The domain of the group of a physical device, for an mdev of it. */
  record DeviceGroup(GroupId group, DeviceRef mdev, DeviceRef device) implements Backing {}

  /** A further domain of a physical device, beside those of its other mdevs. */
  record Auxiliary(DeviceRef mdev, DeviceRef device) implements Backing {}

  /** A physical device stands behind the mdev, and has no group itself. */
  record Ungrouped(DeviceRef mdev, DeviceRef device) implements Backing {}

  /** No annotation and no known driver tells what isolates the mdev. */
  record Unknown(DeviceRef mdev) implements Backing {}

  /** The group whose one domain is attached, where it is one's. */
  default Optional<GroupId> domain() {
    return switch (this) {
      case OwnGroup(GroupId group) -> Optional.of(group);
      case DeviceGroup(GroupId group, var mdev, var device) -> Optional.of(group);
      case Nothing nothing -> Optional.empty();
      case Auxiliary auxiliary -> Optional.empty();
      case Ungrouped ungrouped -> Optional.empty();
      case Unknown unknown -> Optional.empty();
    };
  }
}
