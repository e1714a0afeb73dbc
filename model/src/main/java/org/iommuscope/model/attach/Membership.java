package org.iommuscope.model.attach;

import java.util.Optional;
import java.util.SequencedCollection;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.IommuGroup;

/** What a device is to its vfio group. */
public final class Membership {

  /** What stands behind a group now. */
  public enum Kind {
    PHYSICAL,
    MDEV,
    NOIOMMU
  }

  private Membership() {}

  /**
   * The bus of the members decides; a captured noiommu group, or one made in noiommu mode, is one.
   */
  static Kind kindOf(AttachState state, GroupId group) {
    if (isOfMdevs(state, state.members(group))) {
      return Kind.MDEV;
    }
    Optional<IommuGroup> captured = state.host().group(group);
    return captured.filter(known -> known.kind() == IommuGroup.Kind.NOIOMMU).isPresent()
            || state.devices().noiommu().has(group)
        ? Kind.NOIOMMU
        : Kind.PHYSICAL;
  }

  /** An mdev that is a member beside physical devices does not make the group one of mdevs. */
  private static boolean isOfMdevs(AttachState state, SequencedCollection<DeviceRef> members) {
    for (DeviceRef member : members) {
      if (state.device(member).filter(LiveDevice::isMdev).isEmpty()) {
        return false;
      }
    }
    return !members.isEmpty();
  }

  static boolean isRegistered(AttachState state, LiveDevice device) {
    return isBoundToVfio(state, device) && !hasLeftTheList(state, device);
  }

  private static boolean isBoundToVfio(AttachState state, LiveDevice device) {
    Optional<String> driver = device.driver().known();
    if (driver.isEmpty()) {
      return false;
    }
    if (device.isMdev()) {
      return state.era().emulatedMdevs()
          || driver.get().equals("vfio_mdev")
          || isOnVendorDriver(state, device);
    }
    return Drivers.isVfio(driver.get())
        || (driver.get().equals(Drivers.WRAPPER)
            && state.era().mdevs() == MdevDesign.GROUP_ATTACHED);
  }

  /**
   * As captured from a kernel in which mdevs are on their vendor's driver; elsewhere none can be.
   */
  private static boolean isOnVendorDriver(AttachState state, LiveDevice mdev) {
    return mdev.parent()
        .known()
        .flatMap(state::device)
        .filter(parent -> parent.driver().equals(mdev.driver()))
        .isPresent();
  }

  /**
   * Linux 6.12 takes a device off its group's list before it waits, older kernels once its files
   * are closed; {@code vfio_unregister_group_dev}.
   */
  private static boolean hasLeftTheList(AttachState state, LiveDevice device) {
    if (state.departures().isEmpty()) {
      return false;
    }
    boolean leaves =
        state.departures().stream()
            .anyMatch(waiting -> waiting.leaving().indexOf(device.ref()) == 0);
    boolean early = state.era().version().isAtLeast(6, 12);
    return leaves && (early || state.usersOf(device).isEmpty());
  }
}
