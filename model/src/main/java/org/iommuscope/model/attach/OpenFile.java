package org.iommuscope.model.attach;

import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/** What a file descriptor stands for. */
public sealed interface OpenFile {

  /** An open of {@code /dev/vfio/vfio}; the number names the container. */
  record OfContainer(int container) implements OpenFile {}

  record OfGroup(GroupId group) implements OpenFile {}

  record OfDevice(GroupId group, DeviceRef device) implements OpenFile {}
}
