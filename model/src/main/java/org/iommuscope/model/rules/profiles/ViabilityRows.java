package org.iommuscope.model.rules.profiles;

import static org.iommuscope.model.rules.Rules.*;

import java.util.List;
import java.util.Map;
import org.iommuscope.model.attach.AttachStep.Kind;
import org.iommuscope.model.rules.Rule;

/** Kernels that ask for viability, up to Linux 5.18. */
final class ViabilityRows {

  private ViabilityRows() {}

  static Map<Kind, List<Rule>> table() {
    Map<Kind, List<Rule>> rows = CommonRows.table();
    rows.put(Kind.GROUP_STATUS, List.of(FILE_IS_OPEN, GROUP_IS_VIABLE));
    rows.put(
        Kind.SET_CONTAINER,
        List.of(
            FILE_IS_OPEN,
            GROUP_HAS_ONE_CONTAINER,
            CONTAINER_IS_A_CONTAINER,
            NOIOMMU_NEEDS_RAWIO,
            CONTAINER_MIXES_NO_NOIOMMU));
    rows.put(
        Kind.JOIN_BACKEND,
        List.of(
            TCE_CONTAINER_HOLDS_ONE_GROUP,
            MEMBERS_SHARE_ONE_BUS,
            GROUP_IS_IN_DEFAULT_DOMAIN,
            NO_DIRECT_REGION,
            INTERRUPTS_ARE_ISOLATED));
    rows.put(
        Kind.GET_DEVICE,
        List.of(
            FILE_IS_OPEN,
            CONTAINER_IS_READY,
            GROUP_IS_VIABLE,
            NOIOMMU_NEEDS_RAWIO,
            DEVICE_IS_REGISTERED,
            VF_TOKEN_MATCHES,
            VGPU_HAS_KVM,
            GUEST_HAS_ONE_VGPU));
    rows.put(
        Kind.BIND,
        List.of(
            DRIVER_FINDS_DEVICE,
            VFIO_BINDS_ENDPOINTS,
            VFIO_PF_HAS_NO_VFS,
            VFIO_DEVICE_HAS_GROUP,
            HOST_DRIVER_STAYS_OUT));
    return rows;
  }

  /** Kernels whose mdevs may be backed by an IOMMU ask which of the two an mdev is. */
  static Map<Kind, List<Rule>> withBackedMdevs() {
    Map<Kind, List<Rule>> rows = table();
    rows.put(
        Kind.JOIN_BACKEND,
        List.of(
            MDEV_BACKING_IS_KNOWN,
            TCE_CONTAINER_HOLDS_ONE_GROUP,
            MEMBERS_SHARE_ONE_BUS,
            AUX_DOMAINS_ARE_SUPPORTED,
            BACKING_DEVICE_HAS_GROUP,
            BACKING_GROUP_IS_SINGLETON,
            GROUP_IS_IN_DEFAULT_DOMAIN,
            AUX_DEVICE_TAKES_NO_PRIMARY_DOMAIN,
            NO_DIRECT_REGION,
            BACKING_GROUP_IS_VIABLE,
            INTERRUPTS_ARE_ISOLATED));
    return rows;
  }
}
