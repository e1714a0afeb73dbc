package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * vfio takes devices with an IOMMU group, or any device in noiommu mode. Some IOMMUs make the group
 * only when a driver binds. {@code vfio_iommu_group_get}, Linux 5.10; {@code
 * vfio_group_find_or_alloc}, 6.1.
 */
final class VfioDeviceHasGroup implements Rule {

  static final RuleId ID = new RuleId("vfio-device-has-group");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<LiveDevice> device = Probes.ofVfio(situation);
    if (device.isEmpty()
        || device.get().isMdev()
        || device.get().group() instanceof Reading.Present<GroupId>) {
      return Finding.ALLOWED;
    }
    if (device.get().group().isUnread()) {
      return new Finding.Undecided(
          ID, List.of(Cause.fact(new Statement.GroupUnknown(device.get().ref()))));
    }
    if (situation.circumstances().noiommu(situation.state())
        || appearsLate(situation, device.get())) {
      return Finding.ALLOWED;
    }
    return Probes.fail(
        situation,
        Objection.of(ID, Cause.fact(new Statement.InNoGroup(device.get().ref()))),
        Errno.EINVAL);
  }

  /** SMMUv3 and virtio-iommu make the group of a device that they serve at its first probe. */
  private static boolean appearsLate(Situation situation, LiveDevice device) {
    boolean late =
        situation
            .state()
            .iommu()
            .filter(kind -> kind == IommuKind.SMMUV3 || kind == IommuKind.VIRTIO)
            .isPresent();
    return late && LateGroups.isServed(situation.state(), device);
  }
}
