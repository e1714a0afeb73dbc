package org.iommuscope.model.rules;

import java.util.List;

/** Every rule, sorted by name; profiles choose among them. */
public final class Rules {

  public static final Rule AUX_DEVICE_TAKES_NO_PRIMARY_DOMAIN = new AuxDeviceTakesNoPrimaryDomain();
  public static final Rule AUX_DOMAINS_ARE_SUPPORTED = new AuxDomainsAreSupported();
  public static final Rule BACKEND_SERVES_TYPE = new BackendServesType();
  public static final Rule BACKING_DEVICE_HAS_GROUP = new BackingDeviceHasGroup();
  public static final Rule BACKING_GROUP_IS_SINGLETON = new BackingGroupIsSingleton();
  public static final Rule BACKING_GROUP_IS_VIABLE = new BackingGroupIsViable();
  public static final Rule BACKING_GROUP_OPENS_ONCE = new BackingGroupOpensOnce();
  public static final Rule CACHING_MODE_IS_ON = new CachingModeIsOn();
  public static final Rule CDEV_EXISTS = new CdevExists();
  public static final Rule CDEV_IS_BOUND = new CdevIsBound();
  public static final Rule CDEV_IS_PERMITTED = new CdevIsPermitted();
  public static final Rule CONTAINER_AWAITS_BACKEND = new ContainerAwaitsBackend();
  public static final Rule CONTAINER_IS_A_CONTAINER = new ContainerIsAContainer();
  public static final Rule CONTAINER_IS_READY = new ContainerIsReady();
  public static final Rule CONTAINER_MIXES_NO_NOIOMMU = new ContainerMixesNoNoiommu();
  public static final Rule DEVICE_BINDS_ONCE = new DeviceBindsOnce();
  public static final Rule DEVICE_EXISTS = new DeviceExists();
  public static final Rule DEVICE_HAS_GROUP = new DeviceHasGroup();
  public static final Rule DEVICE_IS_ATTACHED = new DeviceIsAttached();
  public static final Rule DEVICE_IS_ATTACHED_ONCE = new DeviceIsAttachedOnce();
  public static final Rule DEVICE_IS_IDLE = new DeviceIsIdle();
  public static final Rule DEVICE_IS_REGISTERED = new DeviceIsRegistered();
  public static final Rule DMA_IS_COHERENT = new DmaIsCoherent();
  public static final Rule DMA_OWNER_IS_FREE = new DmaOwnerIsFree();
  public static final Rule DOMAIN_STAYS_FOR_OTHERS = new DomainStaysForOthers();
  public static final Rule DRIVER_FINDS_DEVICE = new DriverFindsDevice();
  public static final Rule FILE_IS_OPEN = new FileIsOpen();
  public static final Rule GROUP_HAS_NO_OPEN_DEVICES = new GroupHasNoOpenDevices();
  public static final Rule GROUP_HAS_ONE_ADDRESS_SPACE = new GroupHasOneAddressSpace();
  public static final Rule GROUP_HAS_ONE_CONTAINER = new GroupHasOneContainer();
  public static final Rule GROUP_HAS_ONE_PAGE_TABLE = new GroupHasOnePageTable();
  public static final Rule GROUP_IS_ATTACHED_BY_NOBODY_ELSE = new GroupIsAttachedByNobodyElse();
  public static final Rule GROUP_IS_IN_CONTAINER = new GroupIsInContainer();
  public static final Rule GROUP_IS_IN_DEFAULT_DOMAIN = new GroupIsInDefaultDomain();
  public static final Rule GROUP_IS_VIABLE = new GroupIsViable();
  public static final Rule GROUP_NODE_EXISTS = new GroupNodeExists();
  public static final Rule GROUP_NODE_IS_NOT_OPEN = new GroupNodeIsNotOpen();
  public static final Rule GROUP_NODE_IS_PERMITTED = new GroupNodeIsPermitted();
  public static final Rule GROUP_OPENS_ONCE = new GroupOpensOnce();
  public static final Rule GROUP_STILL_HAS_DEVICES = new GroupStillHasDevices();
  public static final Rule GUEST_HAS_ONE_VGPU = new GuestHasOneVgpu();
  public static final Rule GUEST_IS_RUNNING = new GuestIsRunning();
  public static final Rule GUEST_STARTS_ONCE = new GuestStartsOnce();
  public static final Rule HOST_DRIVER_STAYS_OUT = new HostDriverStaysOut();
  public static final Rule INHERITED_GROUP_SERVES_ONE_PURPOSE =
      new InheritedGroupServesOnePurpose();
  public static final Rule INTERRUPTS_ARE_ISOLATED = new InterruptsAreIsolated();
  public static final Rule IOMMUFD_EXISTS = new IommufdExists();
  public static final Rule IOMMUFD_IS_AN_IOMMUFD = new IommufdIsAnIommufd();
  public static final Rule IOMMUFD_SERVES_TYPE = new IommufdServesType();
  public static final Rule LIBVIRT_DEVICE_IS_DETACHED = new LibvirtDeviceIsDetached();
  public static final Rule LIBVIRT_DEVICE_IS_FREE = new LibvirtDeviceIsFree();
  public static final Rule LIBVIRT_TAKES_ENDPOINTS = new LibvirtTakesEndpoints();
  public static final Rule MDEV_BACKING_IS_KNOWN = new MdevBackingIsKnown();
  public static final Rule MDEV_EXISTS_TO_REMOVE = new MdevExistsToRemove();
  public static final Rule MDEV_TYPE_HAS_INSTANCES = new MdevTypeHasInstances();
  public static final Rule MDEV_TYPE_IS_OFFERED = new MdevTypeIsOffered();
  public static final Rule MDEV_UUID_IS_NEW = new MdevUuidIsNew();
  public static final Rule MEMBERS_SHARE_ONE_BUS = new MembersShareOneBus();
  public static final Rule MEMORY_CAN_BE_LOCKED = new MemoryCanBeLocked();
  public static final Rule NO_DIRECT_REGION = new NoDirectRegion();
  public static final Rule NOIOMMU_NEEDS_RAWIO = new NoiommuNeedsRawio();
  public static final Rule PAGE_TABLE_EXISTS = new PageTableExists();
  public static final Rule PF_DRIVER_MAKES_VFS = new PfDriverMakesVfs();
  public static final Rule QEMU_KNOWS_OPTION = new QemuKnowsOption();
  public static final Rule TCE_CONTAINER_HOLDS_ONE_GROUP = new TceContainerHoldsOneGroup();
  public static final Rule VF_COUNT_IS_WITHIN_TOTAL = new VfCountIsWithinTotal();
  public static final Rule VF_COUNT_PASSES_ZERO = new VfCountPassesZero();
  public static final Rule VF_TOKEN_MATCHES = new VfTokenMatches();
  public static final Rule VFIO_BINDS_ENDPOINTS = new VfioBindsEndpoints();
  public static final Rule VFIO_DEVICE_HAS_GROUP = new VfioDeviceHasGroup();
  public static final Rule VFIO_MAY_MAKE_VFS = new VfioMayMakeVfs();
  public static final Rule VFIO_PF_HAS_NO_VFS = new VfioPfHasNoVfs();
  public static final Rule VGPU_HAS_KVM = new VgpuHasKvm();
  public static final Rule VGPU_IS_NOT_IN_USE = new VgpuIsNotInUse();
  public static final Rule WRAPPED_FUNCTION_IS_USED_AS_MDEV = new WrappedFunctionIsUsedAsMdev();

  private Rules() {}

  public static List<Rule> all() {
    return List.of(
        AUX_DEVICE_TAKES_NO_PRIMARY_DOMAIN,
        AUX_DOMAINS_ARE_SUPPORTED,
        BACKEND_SERVES_TYPE,
        BACKING_DEVICE_HAS_GROUP,
        BACKING_GROUP_IS_SINGLETON,
        BACKING_GROUP_IS_VIABLE,
        BACKING_GROUP_OPENS_ONCE,
        CACHING_MODE_IS_ON,
        CDEV_EXISTS,
        CDEV_IS_BOUND,
        CDEV_IS_PERMITTED,
        CONTAINER_AWAITS_BACKEND,
        CONTAINER_IS_A_CONTAINER,
        CONTAINER_IS_READY,
        CONTAINER_MIXES_NO_NOIOMMU,
        DEVICE_BINDS_ONCE,
        DEVICE_EXISTS,
        DEVICE_HAS_GROUP,
        DEVICE_IS_ATTACHED,
        DEVICE_IS_ATTACHED_ONCE,
        DEVICE_IS_IDLE,
        DEVICE_IS_REGISTERED,
        DMA_IS_COHERENT,
        DMA_OWNER_IS_FREE,
        DOMAIN_STAYS_FOR_OTHERS,
        DRIVER_FINDS_DEVICE,
        FILE_IS_OPEN,
        GROUP_HAS_NO_OPEN_DEVICES,
        GROUP_HAS_ONE_ADDRESS_SPACE,
        GROUP_HAS_ONE_CONTAINER,
        GROUP_HAS_ONE_PAGE_TABLE,
        GROUP_IS_ATTACHED_BY_NOBODY_ELSE,
        GROUP_IS_IN_CONTAINER,
        GROUP_IS_IN_DEFAULT_DOMAIN,
        GROUP_IS_VIABLE,
        GROUP_NODE_EXISTS,
        GROUP_NODE_IS_NOT_OPEN,
        GROUP_NODE_IS_PERMITTED,
        GROUP_OPENS_ONCE,
        GROUP_STILL_HAS_DEVICES,
        GUEST_HAS_ONE_VGPU,
        GUEST_IS_RUNNING,
        GUEST_STARTS_ONCE,
        HOST_DRIVER_STAYS_OUT,
        INHERITED_GROUP_SERVES_ONE_PURPOSE,
        INTERRUPTS_ARE_ISOLATED,
        IOMMUFD_EXISTS,
        IOMMUFD_IS_AN_IOMMUFD,
        IOMMUFD_SERVES_TYPE,
        LIBVIRT_DEVICE_IS_DETACHED,
        LIBVIRT_DEVICE_IS_FREE,
        LIBVIRT_TAKES_ENDPOINTS,
        MDEV_BACKING_IS_KNOWN,
        MDEV_EXISTS_TO_REMOVE,
        MDEV_TYPE_HAS_INSTANCES,
        MDEV_TYPE_IS_OFFERED,
        MDEV_UUID_IS_NEW,
        MEMBERS_SHARE_ONE_BUS,
        MEMORY_CAN_BE_LOCKED,
        NO_DIRECT_REGION,
        NOIOMMU_NEEDS_RAWIO,
        PAGE_TABLE_EXISTS,
        PF_DRIVER_MAKES_VFS,
        QEMU_KNOWS_OPTION,
        TCE_CONTAINER_HOLDS_ONE_GROUP,
        VF_COUNT_IS_WITHIN_TOTAL,
        VF_COUNT_PASSES_ZERO,
        VF_TOKEN_MATCHES,
        VFIO_BINDS_ENDPOINTS,
        VFIO_DEVICE_HAS_GROUP,
        VFIO_MAY_MAKE_VFS,
        VFIO_PF_HAS_NO_VFS,
        VGPU_HAS_KVM,
        VGPU_IS_NOT_IN_USE,
        WRAPPED_FUNCTION_IS_USED_AS_MDEV);
  }
}
