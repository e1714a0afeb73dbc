package org.iommuscope.imports.sysfs;

import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.ReservedRegion;

/** An IOMMU group while it is read. */
final class GroupDraft {

  /** What vfio names a group that it has made itself, {@code vfio_noiommu_group_alloc}. */
  private static final String NOIOMMU = "vfio-noiommu";

  final GroupId id;
  Reading<String> type = Reading.unread();
  Reading<String> name = Reading.unread();
  final SequencedSet<DeviceRef> members = new TreeSet<>();
  Reading<List<ReservedRegion>> reservedRegions = Reading.unread();

  /** Whether a node {@code noiommu-N} exists, which only groups without an IOMMU have. */
  boolean hasNoiommuNode;

  GroupDraft(GroupId id) {
    this.id = id;
  }

  IommuGroup build() {
    return new IommuGroup(id, kind(), type, name, members, reservedRegions);
  }

  private IommuGroup.Kind kind() {
    if (members.stream().anyMatch(MdevUuid.class::isInstance)) {
      return IommuGroup.Kind.MDEV;
    }
    boolean isNamedSo = name.known().filter(NOIOMMU::equals).isPresent();
    return isNamedSo || hasNoiommuNode ? IommuGroup.Kind.NOIOMMU : IommuGroup.Kind.PHYSICAL;
  }
}
