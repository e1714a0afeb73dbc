package org.iommuscope.model.rules.profiles;

import static org.iommuscope.model.rules.Rules.*;

import java.util.List;
import java.util.Map;
import org.iommuscope.model.attach.AttachStep.Kind;
import org.iommuscope.model.rules.Rule;

/** Kernels that count the users of a group's DMA, from Linux 5.19 on. */
final class DmaOwnerRows {

  private DmaOwnerRows() {}

  static Map<Kind, List<Rule>> table() {
    Map<Kind, List<Rule>> rows = CommonRows.table();
    rows.put(Kind.GROUP_STATUS, List.of(FILE_IS_OPEN, GROUP_STILL_HAS_DEVICES, GROUP_IS_VIABLE));
    rows.put(
        Kind.SET_CONTAINER,
        List.of(
            FILE_IS_OPEN,
            GROUP_STILL_HAS_DEVICES,
            GROUP_HAS_ONE_CONTAINER,
            CONTAINER_IS_A_CONTAINER,
            NOIOMMU_NEEDS_RAWIO,
            CONTAINER_MIXES_NO_NOIOMMU,
            DMA_OWNER_IS_FREE,
            NO_DIRECT_REGION));
    rows.put(Kind.JOIN_BACKEND, List.of(TCE_CONTAINER_HOLDS_ONE_GROUP, INTERRUPTS_ARE_ISOLATED));
    rows.put(
        Kind.GET_DEVICE,
        List.of(
            FILE_IS_OPEN,
            DEVICE_IS_REGISTERED,
            VF_TOKEN_MATCHES,
            CONTAINER_IS_READY,
            INTERRUPTS_ARE_ISOLATED,
            DMA_OWNER_IS_FREE,
            NO_DIRECT_REGION,
            NOIOMMU_NEEDS_RAWIO,
            VGPU_HAS_KVM,
            GUEST_HAS_ONE_VGPU));
    rows.put(
        Kind.BIND_CDEV,
        List.of(
            FILE_IS_OPEN,
            GROUP_NODE_IS_NOT_OPEN,
            IOMMUFD_IS_AN_IOMMUFD,
            DEVICE_BINDS_ONCE,
            INTERRUPTS_ARE_ISOLATED,
            DMA_OWNER_IS_FREE,
            NO_DIRECT_REGION));
    rows.put(
        Kind.ATTACH_CDEV,
        List.of(FILE_IS_OPEN, CDEV_IS_BOUND, PAGE_TABLE_EXISTS, GROUP_HAS_ONE_PAGE_TABLE));
    rows.put(
        Kind.BIND,
        List.of(
            DRIVER_FINDS_DEVICE,
            VFIO_BINDS_ENDPOINTS,
            VFIO_PF_HAS_NO_VFS,
            VFIO_DEVICE_HAS_GROUP,
            DMA_IS_COHERENT,
            HOST_DRIVER_STAYS_OUT));
    return rows;
  }
}
