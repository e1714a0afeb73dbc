package org.iommuscope.model.rules.profiles;

import static org.iommuscope.model.rules.Rules.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.model.attach.AttachStep.Kind;
import org.iommuscope.model.rules.Rule;

/** The rows that are the same in every kernel: QEMU's own steps, SR-IOV and mdevs. */
final class CommonRows {

  private CommonRows() {}

  static Map<Kind, List<Rule>> table() {
    Map<Kind, List<Rule>> rows = new EnumMap<>(Kind.class);
    rows.put(Kind.REACH_GUEST, List.of(GUEST_IS_RUNNING));
    rows.put(Kind.START_GUEST, List.of(GUEST_STARTS_ONCE));
    rows.put(Kind.UNPLUG, List.of(DEVICE_IS_ATTACHED));
    rows.put(
        Kind.PREPARE,
        List.of(LIBVIRT_TAKES_ENDPOINTS, LIBVIRT_DEVICE_IS_FREE, LIBVIRT_DEVICE_IS_DETACHED));
    rows.put(Kind.PARSE_OPTIONS, List.of(QEMU_KNOWS_OPTION));
    rows.put(Kind.LOCATE, List.of(DEVICE_EXISTS));
    rows.put(Kind.FIND_GROUP, List.of(DEVICE_HAS_GROUP));
    rows.put(Kind.USE_GROUP, List.of(GROUP_HAS_ONE_ADDRESS_SPACE));
    rows.put(Kind.ADD_DEVICE, List.of(DEVICE_IS_ATTACHED_ONCE));
    rows.put(Kind.COMPLETE_MACHINE, List.of(CACHING_MODE_IS_ON));
    rows.put(
        Kind.OPEN_GROUP,
        List.of(GROUP_NODE_EXISTS, GROUP_NODE_IS_PERMITTED, NOIOMMU_NEEDS_RAWIO, GROUP_OPENS_ONCE));
    rows.put(
        Kind.UNSET_CONTAINER,
        List.of(
            FILE_IS_OPEN,
            GROUP_STILL_HAS_DEVICES,
            GROUP_IS_IN_CONTAINER,
            GROUP_HAS_NO_OPEN_DEVICES));
    rows.put(
        Kind.SET_IOMMU,
        List.of(FILE_IS_OPEN, CONTAINER_AWAITS_BACKEND, BACKEND_SERVES_TYPE, IOMMUFD_SERVES_TYPE));
    rows.put(Kind.MAP_MEMORY, List.of(FILE_IS_OPEN, MEMORY_CAN_BE_LOCKED));
    rows.put(Kind.OPEN_CDEV, List.of(CDEV_EXISTS, CDEV_IS_PERMITTED));
    rows.put(Kind.OPEN_IOMMUFD, List.of(IOMMUFD_EXISTS));
    rows.put(Kind.ALLOC_IOAS, List.of(FILE_IS_OPEN));
    rows.put(Kind.BIND_CDEV, List.of(FILE_IS_OPEN, IOMMUFD_IS_AN_IOMMUFD));
    rows.put(Kind.ATTACH_CDEV, List.of(FILE_IS_OPEN, CDEV_IS_BOUND));
    rows.put(Kind.ALLOC_PAGE_TABLE, List.of(FILE_IS_OPEN));
    rows.put(Kind.FREE_OBJECT, List.of(FILE_IS_OPEN));
    rows.put(Kind.CLOSE, List.of(FILE_IS_OPEN));
    rows.put(Kind.UNBIND, List.of(DEVICE_IS_IDLE));
    rows.put(
        Kind.SET_VFS,
        List.of(
            VF_COUNT_IS_WITHIN_TOTAL,
            PF_DRIVER_MAKES_VFS,
            VFIO_MAY_MAKE_VFS,
            VF_COUNT_PASSES_ZERO,
            DEVICE_IS_IDLE));
    rows.put(
        Kind.CREATE_MDEV, List.of(MDEV_UUID_IS_NEW, MDEV_TYPE_IS_OFFERED, MDEV_TYPE_HAS_INSTANCES));
    rows.put(Kind.REMOVE_MDEV, List.of(MDEV_EXISTS_TO_REMOVE, VGPU_IS_NOT_IN_USE, DEVICE_IS_IDLE));
    rows.put(Kind.HOT_ADD, List.of(HOST_DRIVER_STAYS_OUT));
    return rows;
  }
}
