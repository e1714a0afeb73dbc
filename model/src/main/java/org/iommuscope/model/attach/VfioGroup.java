package org.iommuscope.model.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.GroupId;

/**
 * The vfio group of an IOMMU group, as long as anybody uses it.
 *
 * @param file the one open file of its node
 * @param container number of the container that it was put into
 * @param devices open files of its devices
 */
public record VfioGroup(
    GroupId id, Optional<Handle> file, Optional<Integer> container, List<Handle> devices) {

  public VfioGroup {
    devices = List.copyOf(devices);
  }

  static VfioGroup opened(GroupId id, Handle file) {
    return new VfioGroup(id, Optional.of(file), Optional.empty(), List.of());
  }

  boolean isIdle() {
    return file.isEmpty() && container.isEmpty() && devices.isEmpty();
  }

  VfioGroup withFile(Optional<Handle> changed) {
    return new VfioGroup(id, changed, container, devices);
  }

  VfioGroup withContainer(Optional<Integer> changed) {
    return new VfioGroup(id, file, changed, devices);
  }

  VfioGroup withDevice(Handle added) {
    List<Handle> grown = new ArrayList<>(devices);
    grown.add(added);
    return new VfioGroup(id, file, container, grown);
  }

  VfioGroup withoutDevice(Handle closed) {
    return new VfioGroup(
        id, file, container, devices.stream().filter(open -> !open.equals(closed)).toList());
  }
}
