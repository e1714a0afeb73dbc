package org.iommuscope.model.topology;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * One IOMMU group, {@code /sys/kernel/iommu_groups/<id>}.
 *
 * @param type the default domain's type, which vfio's ownership does not change
 * @param name {@code vfio-noiommu} of noiommu and, from Linux 5.16 on, of mdev groups
 * @param members every device whose target the {@code devices} links name, sorted
 */
public record IommuGroup(
    GroupId id,
    Kind kind,
    Reading<String> type,
    Reading<String> name,
    SequencedSet<DeviceRef> members,
    Reading<List<ReservedRegion>> reservedRegions) {

  /** What stands behind a group; a member on the mdev bus decides, never the name. */
  public enum Kind {
    PHYSICAL,
    MDEV,
    NOIOMMU
  }

  public IommuGroup {
    members = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(new TreeSet<>(members)));
    reservedRegions = reservedRegions.map(List::copyOf);
  }
}
