package org.iommuscope.app.graph;

import java.util.Optional;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevBacking;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.Reading;

/** What stands behind an mdev: told by the user, else by the kernel and the parent's driver. */
final class MdevReading {

  private final HostGraph graph;
  private final MediatedDevice mdev;
  private final Annotation known;
  private final AssignmentPlan plan;
  private final Optional<MdevBacking> told;

  MdevReading(HostGraph graph, AssignmentPlan plan, MediatedDevice mdev) {
    this.graph = graph;
    this.plan = plan;
    this.mdev = mdev;
    this.known = plan.annotation(mdev.uuid());
    this.told = MdevBacking.toldBy(graph.host(), mdev);
  }

  /** The group whose IOMMU isolation the mdev uses; empty where none does or nothing tells. */
  Optional<GroupId> backing() {
    return iommuDevice().flatMap(graph::device).flatMap(device -> device.device().group().known());
  }

  Isolation isolation(boolean isBacked) {
    if (isBacked) {
      return isAuxiliary() ? Isolation.AUXILIARY : Isolation.GROUP;
    }
    boolean byVendor =
        known.iommuDevice() instanceof Reading.Absent<DeviceRef>
            || told.filter(MdevBacking.VENDOR::equals).isPresent();
    return byVendor ? Isolation.VENDOR : Isolation.UNTOLD;
  }

  private Optional<DeviceRef> iommuDevice() {
    return switch (known.iommuDevice()) {
      case Reading.Present<DeviceRef>(DeviceRef device) -> Optional.of(device);
      case Reading.Absent<DeviceRef>() -> Optional.empty();
      case Reading.Unread<DeviceRef>() -> isOfParent() ? mdev.parent().known() : Optional.empty();
    };
  }

  private boolean isOfParent() {
    return known.aux().orElse(false) || told.filter(MdevBacking.IOMMU::equals).isPresent();
  }

  private boolean isAuxiliary() {
    return known
        .aux()
        .or(() -> iommuDevice().flatMap(device -> plan.annotation(device).aux()))
        .orElse(told.filter(MdevBacking.AUX::equals).isPresent());
  }
}
