package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.MdevDesign;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevBacking;
import org.iommuscope.model.topology.Reading;

/**
 * What stands behind a vfio group. For an mdev sysfs does not tell: its annotation does, else the
 * driver of its parent; {@code vfio_mdev_get_iommu_device}, Linux 5.10.
 */
public final class Backings {

  private static final Backing NOTHING = new Backing.Nothing();

  private Backings() {}

  public static Backing of(AttachState state, GroupId group, Circumstances circumstances) {
    return switch (state.kindOf(group)) {
      case PHYSICAL -> new Backing.OwnGroup(group);
      case NOIOMMU -> NOTHING;
      case MDEV -> ofMembers(state, group, circumstances);
    };
  }

  /** Members that disagree make the group a software one; in practice there is one member. */
  private static Backing ofMembers(AttachState state, GroupId group, Circumstances circumstances) {
    List<Backing> backings =
        state.members(group).stream()
            .flatMap(member -> state.device(member).stream())
            .map(member -> ofMdev(state, member, circumstances))
            .toList();
    return backings.size() == 1 ? backings.getFirst() : NOTHING;
  }

  /** What stands behind one mdev, whichever group it is in. */
  static Backing ofMdev(AttachState state, LiveDevice mdev, Circumstances circumstances) {
    if (!state.era().mdevs().knowsBacking()) {
      return NOTHING;
    }
    if (circumstances.annotation(mdev.ref()).iommuDevice() instanceof Reading.Absent<?>) {
      return NOTHING;
    }
    Optional<DeviceRef> device = iommuDevice(state, mdev, circumstances);
    if (device.isPresent()) {
      return isIgnored(state, circumstances)
          ? NOTHING
          : ofDevice(state, mdev.ref(), device.get(), circumstances);
    }
    return maker(state, mdev).filter(MdevBacking::isVendorDriver).isPresent()
        ? NOTHING
        : new Backing.Unknown(mdev.ref());
  }

  private static Backing ofDevice(
      AttachState state, DeviceRef mdev, DeviceRef device, Circumstances circumstances) {
    if (isAux(mdev, device, circumstances)) {
      return new Backing.Auxiliary(mdev, device);
    }
    return state
        .groupOf(device)
        .<Backing>map(group -> new Backing.DeviceGroup(group, mdev, device))
        .orElseGet(() -> new Backing.Ungrouped(mdev, device));
  }

  /** The annotated device; the parent where the wrapper drives it, or where aux is annotated. */
  private static Optional<DeviceRef> iommuDevice(
      AttachState state, LiveDevice mdev, Circumstances circumstances) {
    Annotation known = circumstances.annotation(mdev.ref());
    boolean ofParent =
        known.aux().orElse(false) || maker(state, mdev).filter(Drivers.WRAPPER::equals).isPresent();
    return known
        .iommuDevice()
        .known()
        .or(() -> ofParent ? mdev.parent().known() : Optional.empty());
  }

  private static boolean isAux(DeviceRef mdev, DeviceRef device, Circumstances circumstances) {
    return circumstances
        .annotation(mdev)
        .aux()
        .or(() -> circumstances.annotation(device).aux())
        .orElse(false);
  }

  /** A kernel whose type1 cannot find the function that names the device. */
  private static boolean isIgnored(AttachState state, Circumstances circumstances) {
    return state.era().mdevs() == MdevDesign.BACKED
        && circumstances.mdevBacking() == Environment.MdevBacking.IGNORED;
  }

  private static Optional<String> maker(AttachState state, LiveDevice mdev) {
    return mdev.parent().known().flatMap(parent -> maker(state, parent));
  }

  /** The driver that the parent is on now, else the one whose types it offered. */
  private static Optional<String> maker(AttachState state, DeviceRef parent) {
    return state
        .device(parent)
        .flatMap(found -> found.driver().known())
        .or(() -> MdevBacking.makerOf(state.host(), parent));
  }
}
