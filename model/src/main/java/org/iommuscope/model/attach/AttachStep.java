package org.iommuscope.model.attach;

import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/** One thing that a process or the host's administrator asks of the kernel. */
public sealed interface AttachStep {

  /** The row of a profile's table that judges the step. */
  Kind kind();

  /** The rows of a profile's table. */
  enum Kind {
    REACH_GUEST,
    START_GUEST,
    UNPLUG,
    PREPARE,
    PARSE_OPTIONS,
    LOCATE,
    FIND_GROUP,
    USE_GROUP,
    ADD_DEVICE,
    COMPLETE_MACHINE,
    OPEN_CONTAINER,
    OPEN_GROUP,
    GROUP_STATUS,
    SET_CONTAINER,
    UNSET_CONTAINER,
    SET_IOMMU,
    JOIN_BACKEND,
    MAP_MEMORY,
    GET_DEVICE,
    OPEN_CDEV,
    OPEN_IOMMUFD,
    ALLOC_IOAS,
    ALLOC_PAGE_TABLE,
    FREE_OBJECT,
    BIND_CDEV,
    ATTACH_CDEV,
    CLOSE,
    END,
    UNBIND,
    BIND,
    SET_VFS,
    SET_PARAMETER,
    CREATE_MDEV,
    REMOVE_MDEV,
    HOT_ADD
  }

  /** A step on a file that its process must have open. */
  sealed interface OnFile extends AttachStep {
    Handle file();
  }

  /** Somebody wants something of a guest, which must be running for it. */
  record ReachGuest(GuestName guest, boolean running) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.REACH_GUEST;
    }
  }

  /** A guest is started, which must not be running yet. */
  record StartGuest(GuestName guest, boolean running) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.START_GUEST;
    }
  }

  /** A device is taken out of a running guest. */
  record Unplug(GuestName guest, DeviceRef device, boolean attached) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.UNPLUG;
    }
  }

  /** A management layer looks at the device before it starts QEMU. */
  record Prepare(GuestName guest, DeviceRef device) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.PREPARE;
    }
  }

  /** QEMU reads the properties of a {@code -device vfio-pci}. */
  record ParseOptions(Set<String> properties) implements AttachStep {
    public ParseOptions {
      properties = Set.copyOf(properties);
    }

    @Override
    public Kind kind() {
      return Kind.PARSE_OPTIONS;
    }
  }

  /** {@code stat} of the device's directory. */
  record Locate(DeviceRef device) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.LOCATE;
    }
  }

  /** {@code readlink} of the device's {@code iommu_group}. */
  record FindGroup(DeviceRef device) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.FIND_GROUP;
    }
  }

  /**
   * QEMU looks for the group among those it holds.
   *
   * @param space the address space that the device would be in
   * @param held the address space in which this QEMU holds the group already
   * @param by the device by which it does
   */
  record UseGroup(
      GuestName guest, GroupId group, String space, Optional<String> held, Optional<DeviceRef> by)
      implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.USE_GROUP;
    }
  }

  /** QEMU looks for the device among those of the group that it has attached. */
  record AddDevice(GuestName guest, DeviceRef device, boolean listed) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.ADD_DEVICE;
    }
  }

  /** QEMU has realized every device and looks at the whole. */
  record CompleteMachine(GuestName guest) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.COMPLETE_MACHINE;
    }
  }

  /** {@code open("/dev/vfio/vfio")}. */
  record OpenContainer(Handle file) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.OPEN_CONTAINER;
    }
  }

  /** {@code open("/dev/vfio/7")}. */
  record OpenGroup(Handle file, GroupNode node) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.OPEN_GROUP;
    }
  }

  /** VFIO_GROUP_GET_STATUS; it is allowed where the viable flag is set. */
  record GroupStatus(Handle file) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.GROUP_STATUS;
    }
  }

  /** VFIO_GROUP_SET_CONTAINER. */
  record SetContainer(Handle file, Handle container) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.SET_CONTAINER;
    }
  }

  /** VFIO_GROUP_UNSET_CONTAINER. */
  record UnsetContainer(Handle file) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.UNSET_CONTAINER;
    }
  }

  /** VFIO_SET_IOMMU on a container. */
  record SetIommu(Handle file, IommuType type) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.SET_IOMMU;
    }
  }

  /**
   * The part of SET_CONTAINER and SET_IOMMU in which a backend takes one group.
   *
   * @param backing what the backend would attach
   */
  record JoinBackend(Handle file, GroupId group, int container, IommuType type, Backing backing)
      implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.JOIN_BACKEND;
    }
  }

  /** VFIO_IOMMU_MAP_DMA of all of a guest's RAM. */
  record MapMemory(Handle file) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.MAP_MEMORY;
    }
  }

  /**
   * VFIO_GROUP_GET_DEVICE_FD of a name, with {@code vf_token=} behind it where one is given.
   *
   * @param wanted the device of that name; one that is not spelt in full is no PCI function's
   */
  record GetDevice(Handle file, DeviceRef wanted, Optional<String> token, Handle device)
      implements OnFile {
    public GetDevice(Handle file, String name, Optional<String> token, Handle device) {
      this(file, spelt(name), token, device);
    }

    private static DeviceRef spelt(String name) {
      DeviceRef parsed = DeviceRef.parse(name);
      return parsed.text().equals(name) ? parsed : new DeviceName(name);
    }

    @Override
    public Kind kind() {
      return Kind.GET_DEVICE;
    }
  }

  /** {@code open("/dev/vfio/devices/vfio0")}. */
  record OpenCdev(Handle file, DeviceRef device) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.OPEN_CDEV;
    }
  }

  /** {@code open("/dev/iommu")}. */
  record OpenIommufd(Handle file) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.OPEN_IOMMUFD;
    }
  }

  /** IOMMU_IOAS_ALLOC. */
  record AllocIoas(Handle file) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.ALLOC_IOAS;
    }
  }

  /** IOMMU_HWPT_ALLOC of an address space. */
  record AllocPageTable(Handle file, int ioas) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.ALLOC_PAGE_TABLE;
    }
  }

  /** IOMMU_DESTROY. */
  record FreeObject(Handle file, int id) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.FREE_OBJECT;
    }
  }

  /** VFIO_DEVICE_BIND_IOMMUFD of a device's own node. */
  record BindCdev(Handle file, Handle iommufd) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.BIND_CDEV;
    }
  }

  /** VFIO_DEVICE_ATTACH_IOMMUFD_PT to an address space or a page table. */
  record AttachCdev(Handle file, int id) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.ATTACH_CDEV;
    }
  }

  record Close(Handle file) implements OnFile {
    @Override
    public Kind kind() {
      return Kind.CLOSE;
    }
  }

  /** A process ends, and with it every file that it has open. */
  record End(GuestName guest) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.END;
    }
  }

  /** A write to {@code driver/unbind}. */
  record Unbind(DeviceRef device) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.UNBIND;
    }
  }

  /** A write to a driver's {@code bind}, after the present driver, if any, was taken away. */
  record Bind(DeviceRef device, String driver) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.BIND;
    }
  }

  /** A write to {@code sriov_numvfs}. */
  record SetVfs(PciAddress pf, int count) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.SET_VFS;
    }
  }

  /** A write to a module parameter, {@code vfio_pci.enable_sriov}. */
  record SetParameter(String name, String value) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.SET_PARAMETER;
    }
  }

  /** A write to a type's {@code create}; the UUID is what was written, well formed or not. */
  record CreateMdev(String uuid, DeviceRef parent, String type) implements AttachStep {
    public CreateMdev(PlannedMdev mdev) {
      this(mdev.uuid().text(), mdev.parent(), mdev.type());
    }

    @Override
    public Kind kind() {
      return Kind.CREATE_MDEV;
    }
  }

  /** A write to an mdev's {@code remove}. */
  record RemoveMdev(MdevUuid uuid) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.REMOVE_MDEV;
    }
  }

  /** A function appears and probes its driver. */
  record HotAdd(DeviceRef device, GroupId group, Optional<String> driver) implements AttachStep {
    @Override
    public Kind kind() {
      return Kind.HOT_ADD;
    }
  }
}
