package org.iommuscope.model.attach;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/** What a file descriptor stands for. */
public sealed interface OpenFile {

  /** The device that it is open for. */
  default Optional<DeviceRef> device() {
    return Optional.empty();
  }

  /** An open of {@code /dev/vfio/vfio}; the number names the container. */
  record OfContainer(int container) implements OpenFile {}

  record OfGroup(GroupId group) implements OpenFile {}

  /** A device that was got from its group. */
  record OfDevice(GroupId group, DeviceRef ref) implements OpenFile {
    @Override
    public Optional<DeviceRef> device() {
      return Optional.of(ref);
    }
  }

  /** An open of a device's own node, {@code /dev/vfio/devices/vfioX}. */
  record OfCdev(DeviceRef ref, Optional<Binding> binding) implements OpenFile {
    @Override
    public Optional<DeviceRef> device() {
      return Optional.of(ref);
    }
  }

  /** An open of {@code /dev/iommu}; the number names the iommufd. */
  record OfIommufd(int iommufd) implements OpenFile {}

  /** The iommufd that a device is bound to, and the group that it claims by that. */
  record Binding(int iommufd, GroupId group) {}
}
