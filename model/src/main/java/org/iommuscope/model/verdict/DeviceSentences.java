package org.iommuscope.model.verdict;

/** What is said of devices. */
final class DeviceSentences {

  private DeviceSentences() {}

  static String of(Statement.OfDevice statement) {
    return switch (statement) {
      case Statement.NoSuchDevice(var device) -> "the host has no device " + device;
      case Statement.InGroup(var device, var group) -> device + " is in group " + group;
      case Statement.InNoGroup(var device) -> device + " is in no IOMMU group: no IOMMU serves it";
      case Statement.BoundTo(var device, var driver) ->
          device + " is bound to the driver " + driver;
      case Statement.Driverless(var device) -> device + " has no driver";
      case Statement.IsBridge(var device) -> device + " is a bridge, and bridges may stay";
      case Statement.NotEndpoint(var device) ->
          device + " is a bridge, and vfio takes endpoints only";
      case Statement.HeldBy(var group, var guest, var device) ->
          "guest " + guest + " has opened group " + group + " for " + device;
      case Statement.OtherAddressSpace(var guest, var group, var device) ->
          "guest "
              + guest
              + " has group "
              + group
              + " in the address space of "
              + device
              + ", and its vIOMMU gives every device one of its own";
      case Statement.AttachedAlready(var guest, var device) ->
          "guest " + guest + " has " + device + " already";
      case Statement.NotAttached(var guest, var device) ->
          "guest " + guest + " does not have " + device;
      case Statement.NotRegistered(var device) -> device + " is not on vfio";
      case Statement.DeviceOpen(var device, var guest) ->
          "guest " + guest + " has " + device + " open";
      case Statement.LastOfGroup(var device, var group) ->
          device + " is the last vfio device of group " + group + ", which is in a container";
      case Statement.VirtualFunctionOf(var device, var pf) ->
          device + " is a virtual function of " + pf + ", which is on vfio-pci";
      case Statement.TokenMissing(var device) -> "no VF token is given for " + device;
      case Statement.TokenWrong(var device) ->
          "the VF token given for " + device + " is not the one that was set";
      case Statement.TokenUnasked(var device) ->
          "a VF token is given for " + device + ", which has no use for one";
      case Statement.TokenUnset(var device) ->
          "no user of " + device + " has set a VF token yet, so that it is random";
      case Statement.HasVfs(var device, var count) ->
          device + " has " + count + (count == 1 ? " virtual function" : " virtual functions");
      case Statement.TooManyVfs(var device, var wanted, var total) ->
          device + " makes at most " + total + " virtual functions, and " + wanted + " are wanted";
      case Statement.SriovDisabled(var device) ->
          device + " is on vfio-pci, which makes VFs only with enable_sriov";
      case Statement.NoSriov(var device) -> device + " has no SR-IOV capability";
      case Statement.DmaNotCoherent(var device) ->
          "the DMA of " + device + " is not coherent with the caches";
      case Statement.MdevNeedsNewDriver(var device) ->
          device + " lost its vendor driver and must be removed and made again";
      case Statement.MdevExists(var device) -> "an mdev " + device + " exists";
      case Statement.NoMdevParent(var device) -> device + " offers no mdevs";
      case Statement.NoMdevType(var device, var type) -> device + " offers no type " + type;
      case Statement.NoInstanceLeft(var device, var type) ->
          device + " makes no more mdevs of type " + type;
      case Statement.OneVgpuPerGuest(var guest, var device) ->
          "guest " + guest + " has the vGPU " + device + ", and GVT-g gives a guest one";
      case Statement.BackedBy(var device, var parent, var group) ->
          device + " is backed by " + parent + " in IOMMU group " + group;
      case Statement.AuxUnsupported(var device) ->
          "the IOMMU has no auxiliary domains for " + device;
      case Statement.AuxOnly(var device) ->
          device + " takes auxiliary domains, and so none for the whole device";
      case Statement.NoCdev(var device) -> device + " has no node in /dev/vfio/devices";
      case Statement.CdevOwner(var device, var owner, var user) ->
          "the node of " + device + " belongs to user " + owner + " and QEMU runs as user " + user;
      case Statement.NotBound(var device) -> "the file of " + device + " is bound to no iommufd";
      case Statement.AuxBacked(var device, var parent) ->
          device
              + " gets an auxiliary domain of "
              + parent
              + ", so that its other mdevs may go to other guests";
      case Statement.Donates(var device, var mdev) ->
          device
              + " lends its group to its mdev "
              + mdev
              + ": it keeps its driver, and the group serves one guest meanwhile";
      case Statement.VirtualGroup(var group, var device) ->
          "group "
              + group
              + ", which QEMU opens for it, was made for "
              + device
              + " alone: nothing in sysfs leads from there to the device behind";
      case Statement.JoinsDomain(var device, var group, var guest) ->
          "the container of guest "
              + guest
              + " has attached group "
              + group
              + " already, and "
              + device
              + " joins it there";
      case Statement.LentByDriver(var device, var driver) ->
          device + " is on " + driver + ", which lends its group: it does not count against it";
      case Statement.AuxBesideOthers(var device, var group, var others) ->
          device
              + " shares group "
              + group
              + " with "
              + Explainer.list(others)
              + ": auxiliary domains are for a device alone in its group, and no kernel checks it";
      case Statement.CountsAsOpen(var device, var group, var guest) ->
          "guest " + guest + " has " + device + ", which counts as an open of group " + group;
      case Statement.UsedAsMdev(var device) ->
          device + " is on vfio-mdev-pci and is used as its mdev only, by sysfsdev=";
      case Statement.DetachedUnder(var device, var group) ->
          "group " + group + " is detached under " + device + ", which the guest keeps";
      case Statement.UsedBeside(var device, var guest) ->
          "guest " + guest + " uses " + device + ", and the group serves one purpose at a time";
      case Statement.AnnotationIgnored(var device) ->
          "this kernel isolates "
              + device
              + " by its vendor driver, whatever its annotation says of an iommu_device";
      case Statement.DriverUnknown(var device) ->
          "is " + device + " bound to a driver? the capture does not say";
      case Statement.GroupUnknown(var device) ->
          "in which IOMMU group is " + device + "? the capture does not say";
      case Statement.BackingUnknown(var device) ->
          "does a physical device's IOMMU stand behind "
              + device
              + "? sysfs does not show it;"
              + " an annotation can tell";
      case Statement.CardDoesNotFit(var device, var why) -> why;
      case Statement.VfsUnknown(var device) ->
          "how many virtual functions may " + device + " have? the capture does not say";
    };
  }
}
