package org.iommuscope.model.verdict;

import java.util.List;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.PciAddress;

/** A fact or a conclusion about the host, before anybody puts it in words. */
public sealed interface Statement {

  /** The devices that the statement speaks of. */
  default List<DeviceRef> devices() {
    return List.of();
  }

  /** A statement about one device. */
  sealed interface OfDevice extends Statement {
    DeviceRef device();

    @Override
    default List<DeviceRef> devices() {
      return List.of(device());
    }
  }

  /** A statement about one group. */
  sealed interface OfGroup extends Statement {
    GroupId group();
  }

  record NoSuchDevice(DeviceRef device) implements OfDevice {}

  record InGroup(DeviceRef device, GroupId group) implements OfDevice {}

  record InNoGroup(DeviceRef device) implements OfDevice {}

  /** The whole host has none: its IOMMU is missing, or switched off in firmware or kernel. */
  record NoGroups() implements Statement {}

  record BoundTo(DeviceRef device, String driver) implements OfDevice {}

  record Driverless(DeviceRef device) implements OfDevice {}

  /** It leads to another bus, and so it may keep its driver. */
  record IsBridge(DeviceRef device) implements OfDevice {}

  record NotEndpoint(DeviceRef device) implements OfDevice {}

  record NotViable(GroupId group, List<DeviceRef> devices) implements OfGroup {
    public NotViable {
      devices = List.copyOf(devices);
    }
  }

  record HeldBy(GroupId group, GuestName guest, DeviceRef device) implements OfDevice {}

  /** The group's node is open, by a process that holds no device of it. */
  record OpenedBy(GroupId group, GuestName guest) implements OfGroup {}

  /** Its node does not exist, for no member is registered with vfio. */
  record NoNode(GroupId group) implements OfGroup {}

  /** QEMU opens {@code /dev/vfio/N}, and a noiommu group has another node. */
  record NoiommuNode(GroupId group) implements OfGroup {}

  record NodeOwner(GroupId group, int owner, int user) implements OfGroup {}

  record LacksRawio(GuestName guest) implements Statement {}

  record GroupGone(GroupId group) implements OfGroup {}

  record FileNotOpen(String name) implements Statement {}

  record AlreadyInContainer(GroupId group) implements OfGroup {}

  record NotInContainer(GroupId group) implements OfGroup {}

  record ContainerEmpty() implements Statement {}

  record ContainerHasBackend() implements Statement {}

  record ContainerLacksBackend() implements Statement {}

  record NoBackendOfType(int type) implements Statement {}

  record MixesNoiommu(GroupId group) implements OfGroup {}

  record NotAContainer(String name) implements Statement {}

  /** The group's own table: the backend of POWER takes one group a container. */
  record OneGroupPerContainer(GroupId group) implements OfGroup {}

  /** Firmware wants an identity mapping for the group. */
  record DirectRegion(GroupId group, String start, String end) implements OfGroup {}

  record InterruptsNotRemapped() implements Statement {}

  /** The parameter of the module that asks. */
  record UnsafeInterruptsOff(String module) implements Statement {}

  record MixedBuses(GroupId group) implements OfGroup {}

  record OtherAddressSpace(GuestName guest, GroupId group, DeviceRef device) implements OfDevice {}

  record AttachedAlready(GuestName guest, DeviceRef device) implements OfDevice {}

  record NotAttached(GuestName guest, DeviceRef device) implements OfDevice {}

  record NotRegistered(DeviceRef device) implements OfDevice {}

  record DeviceOpen(DeviceRef device, GuestName guest) implements OfDevice {}

  record LastOfGroup(DeviceRef device, GroupId group) implements OfDevice {}

  record GroupInUse(GroupId group) implements OfGroup {}

  record MemoryLimit(GuestName guest, long bytes) implements Statement {}

  record CachingModeOff(GuestName guest) implements Statement {}

  record VirtualFunctionOf(DeviceRef device, PciAddress pf) implements OfDevice {}

  record TokenMissing(DeviceRef device) implements OfDevice {}

  record TokenWrong(DeviceRef device) implements OfDevice {}

  record TokenUnasked(DeviceRef device) implements OfDevice {}

  /** The token of a PF is random until a user of the PF sets it. */
  record TokenUnset(DeviceRef device) implements OfDevice {}

  record HasVfs(DeviceRef device, int count) implements OfDevice {}

  record TooManyVfs(DeviceRef device, int wanted, int total) implements OfDevice {}

  record SriovDisabled(DeviceRef device) implements OfDevice {}

  record NoSriov(DeviceRef device) implements OfDevice {}

  record DmaNotCoherent(DeviceRef device) implements OfDevice {}

  record MdevNeedsNewDriver(DeviceRef device) implements OfDevice {}

  record MdevExists(DeviceRef device) implements OfDevice {}

  record NotAUuid(String text) implements Statement {}

  record NoMdevParent(DeviceRef device) implements OfDevice {}

  record NoMdevType(DeviceRef device, String type) implements OfDevice {}

  record NoInstanceLeft(DeviceRef device, String type) implements OfDevice {}

  record VgpuNeedsKvm(GuestName guest) implements Statement {}

  record OneVgpuPerGuest(GuestName guest, DeviceRef device) implements OfDevice {}

  record NotRunning(GuestName guest) implements Statement {}

  record RunsAlready(GuestName guest) implements Statement {}

  record NoSuchOption(String option, String qemu) implements Statement {}

  /** The physical device behind an mdev, whose group isolates it. */
  record BackedBy(DeviceRef device, DeviceRef parent, GroupId group) implements OfDevice {
    @Override
    public List<DeviceRef> devices() {
      return List.of(device, parent);
    }
  }

  /** The one domain of an IOMMU group is in a guest's container. */
  record DomainTaken(GroupId group, GuestName guest) implements OfGroup {}

  /** Others are in the group beside the one device that may be. */
  record NotAlone(GroupId group, List<DeviceRef> others) implements OfGroup {
    public NotAlone {
      others = List.copyOf(others);
    }

    @Override
    public List<DeviceRef> devices() {
      return others;
    }
  }

  /** The IOMMU has no further domains for a device. */
  record AuxUnsupported(DeviceRef device) implements OfDevice {}

  /** A device that takes further domains only, and none for all of it. */
  record AuxOnly(DeviceRef device) implements OfDevice {}

  /** The IOMMU driver does not know to whom a group belongs by default. */
  record NoDefaultDomain(GroupId group) implements OfGroup {}

  /** It has no node of its own: it is not on vfio, or the kernel makes none. */
  record NoCdev(DeviceRef device) implements OfDevice {}

  record CdevOwner(DeviceRef device, int owner, int user) implements OfDevice {}

  record NoIommufd(String kernel) implements Statement {}

  record NotAnIommufd(String name) implements Statement {}

  /** Its file is not bound to an iommufd, and so may do nothing yet. */
  record NotBound(DeviceRef device) implements OfDevice {}

  /** A number that names no page table and no address space. */
  record NoPageTable(int id) implements Statement {}

  /** The devices of a group share one page table, and this would be another. */
  record OtherPageTable(GroupId group, GuestName guest) implements OfGroup {}

  /** A domain beside that of the physical device's other mdevs. */
  record AuxBacked(DeviceRef device, DeviceRef parent) implements OfDevice {
    @Override
    public List<DeviceRef> devices() {
      return List.of(device, parent);
    }
  }

  /** It lends its group to its mdev, and so may keep its driver. */
  record Donates(DeviceRef device, DeviceRef mdev) implements OfDevice {
    @Override
    public List<DeviceRef> devices() {
      return List.of(device, mdev);
    }
  }

  /** An mdev counts as an open of the group behind it. */
  record CountsAsOpen(DeviceRef device, GroupId group, GuestName guest) implements OfDevice {}

  /** It is used as its mdev only. */
  record UsedAsMdev(DeviceRef device) implements OfDevice {}

  /** The group that QEMU opens for an mdev was made for it alone and leads to no device. */
  record VirtualGroup(GroupId group, DeviceRef device) implements OfDevice {}

  /** When a group that a guest holds can be given to another. */
  record FreeWhen(GroupId group, GuestName guest, List<DeviceRef> held) implements OfGroup {
    public FreeWhen {
      held = List.copyOf(held);
    }

    @Override
    public List<DeviceRef> devices() {
      return held;
    }
  }

  /** A guest's container has attached the group behind another device already. */
  record JoinsDomain(DeviceRef device, GroupId group, GuestName guest) implements OfDevice {}

  /** Each mdev gets a fresh domain, which the device behind it takes only once. */
  record FreshDomain(GroupId group) implements OfGroup {}

  /** Its driver has registered it with vfio, so that it does not count against its group. */
  record LentByDriver(DeviceRef device, String driver) implements OfDevice {}

  /** Auxiliary domains are for devices that are alone in their group, and no kernel checks it. */
  record AuxBesideOthers(DeviceRef device, GroupId group, List<DeviceRef> others)
      implements OfDevice {
    public AuxBesideOthers {
      others = List.copyOf(others);
    }
  }

  /** The kernel notices a host driver in a used group when the driver is bound already. */
  record NoticedTooLate(GroupId group) implements OfGroup {}

  /** Others of the guest stay in a group whose domain is taken away. */
  record DetachedUnder(DeviceRef device, GroupId group) implements OfDevice {}

  /** An mdev and a physical device of one group are not to be used side by side. */
  record UsedBeside(DeviceRef device, GuestName guest) implements OfDevice {}

  /** The annotation says what stands behind an mdev, and this kernel does not look. */
  record AnnotationIgnored(DeviceRef device) implements OfDevice {}

  /** A question: no reading of its driver. */
  record DriverUnknown(DeviceRef device) implements OfDevice {}

  /** A question: no reading of its group. */
  record GroupUnknown(DeviceRef device) implements OfDevice {}

  /** A question: nothing tells what backs the mdev. */
  record BackingUnknown(DeviceRef device) implements OfDevice {}

  /** A question: the capture does not show which VFs a PF has. */
  record VfsUnknown(DeviceRef device) implements OfDevice {}

  /** A question: how these functions isolate, or where their VFs are, which config space says. */
  record ConfigNotCaptured(List<DeviceRef> devices) implements Statement {
    public ConfigNotCaptured {
      devices = List.copyOf(devices);
    }
  }

  /** A card cannot be put into a slot; why, as half a sentence. */
  record CardDoesNotFit(DeviceRef device, String why) implements OfDevice {}

  /** No rule covers it yet. */
  record NotModelled(String what) implements Statement {}
}
