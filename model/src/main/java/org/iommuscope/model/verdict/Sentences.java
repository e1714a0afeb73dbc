package org.iommuscope.model.verdict;

import java.util.List;
import org.iommuscope.model.topology.DeviceRef;

/** Every statement in words; each is a clause that can follow "because". */
final class Sentences {

  private Sentences() {}

  static String of(Statement statement) {
    return switch (statement) {
      case Statement.OfDevice device -> DeviceSentences.of(device);
      case Statement.OfGroup group -> GroupSentences.of(group);
      case Statement.NoGroups none ->
          "the host has no IOMMU group at all: its IOMMU is missing or switched off, in the"
              + " firmware or on the kernel's command line";
      case Statement.LacksRawio(var guest) ->
          "guest " + guest + " lacks CAP_SYS_RAWIO, which groups without IOMMU want";
      case Statement.FileNotOpen(var name) -> name + " is not an open file";
      case Statement.ContainerEmpty none -> "the container has no group";
      case Statement.ContainerHasBackend none -> "the container has its IOMMU backend already";
      case Statement.ContainerLacksBackend none -> "the container has no IOMMU backend yet";
      case Statement.NoBackendOfType(var type) ->
          "no IOMMU backend of this kernel takes type " + type + " for these groups";
      case Statement.NotAContainer(var name) -> name + " is not a container";
      case Statement.InterruptsNotRemapped none -> "the host does not remap interrupts";
      case Statement.UnsafeInterruptsOff(var module) -> module + ".allow_unsafe_interrupts is off";
      case Statement.NoIommufd(var kernel) ->
          "Linux " + kernel + " has no iommufd: it came with 6.2, and devices' own nodes with 6.6";
      case Statement.NotAnIommufd(var name) -> name + " is not an iommufd";
      case Statement.NoPageTable(var id) ->
          "the iommufd has no page table and no address space " + id;
      case Statement.MemoryLimit(var guest, var bytes) ->
          "guest " + guest + " may lock only " + bytes + " bytes of memory, less than its RAM";
      case Statement.CachingModeOff(var guest) ->
          "the intel-iommu of guest " + guest + " lacks caching-mode=on";
      case Statement.NotAUuid(var text) -> "\"" + text + "\" is no UUID";
      case Statement.VgpuNeedsKvm(var guest) ->
          "guest " + guest + " runs without KVM, which GVT-g wants";
      case Statement.NotRunning(var guest) -> "guest " + guest + " does not run";
      case Statement.RunsAlready(var guest) -> "guest " + guest + " runs already";
      case Statement.NoSuchOption(var option, var qemu) ->
          "QEMU " + qemu + " has no vfio-pci property " + option + "; it came with 10.0";
      case Statement.ConfigNotCaptured(var devices) ->
          "cannot tell: config space not captured" + of(devices);
      case Statement.NotModelled(var what) -> "not modelled yet: " + what;
    };
  }

  private static String of(List<DeviceRef> devices) {
    return devices.isEmpty() ? "" : " of " + Explainer.list(devices);
  }
}
