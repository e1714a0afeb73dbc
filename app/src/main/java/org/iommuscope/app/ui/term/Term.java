package org.iommuscope.app.ui.term;

/** A word of this field with its meaning in one sentence. */
public enum Term {
  ACS(
      "ACS",
      "Access Control Services, by which a PCIe port keeps devices below it from reaching each"
          + " other past the IOMMU; where it is missing, they share a group."),
  ASSIGN("assign", "Plan a device for a guest; nothing is changed on the host."),
  BACKING_GROUP(
      "backing group",
      "The IOMMU group by which a mediated device is really isolated, which is its parent's and not"
          + " its own."),
  BIND("bind", "Join a driver and a device, so that the driver runs the device."),
  BRIDGE("bridge or port", "A function that leads to another bus; it is never given to a guest."),
  CAPTURE("capture", "Files taken from a host, which are only read."),
  CLASS("class", "What a device is for, as coarse as a colour can tell."),
  CONTAINER(
      "container", "The VFIO object that holds groups and has one set of DMA mappings for them."),
  DMA_OWNER(
      "DMA owner",
      "Who may have a group's devices reach memory: the kernel's drivers or one user, never both."),
  DRIVER("driver", "The part of the kernel that runs a device; a device has one or none."),
  ENDPOINT("endpoint", "A function that does work of its own and can be given to a guest."),
  FIX("fix", "A change of the plan that answers what a verdict found; it can be taken back."),
  FLR(
      "FLR",
      "Function Level Reset, by which one function forgets its last user without its neighbours."),
  FUNCTION("function", "One PCI function, such as 0000:04:00.1; it is what is bound and assigned."),
  GUEST("guest", "A virtual machine that the plan gives devices to."),
  HOST_DRIVER("host driver", "A driver by which the host itself uses the device."),
  IOAS("IOAS", "An address space of iommufd, which devices are attached to."),
  IOMMU(
      "IOMMU", "The hardware that translates and checks every memory access of devices below it."),
  IOMMU_GROUP(
      "IOMMU group",
      "The smallest set of devices that can be isolated from all others; it goes to one guest as a"
          + " whole."),
  IOMMUFD("iommufd", "The kernel's later interface for user-space drivers, without containers."),
  MDEV("mediated device", "A device that a driver makes from a part of another one, its parent."),
  MDEV_PARENT("mdev parent", "The device that mediated devices are made from."),
  NOTE("note", "Something odd that was met while a capture was read."),
  NUMA_NODE(
      "NUMA node",
      "The processors and the memory that a device is near to; a guest elsewhere reaches it more"
          + " slowly."),
  PF("physical function", "A function that can make virtual functions of itself by SR-IOV."),
  RESET_METHOD("reset method", "How the kernel brings a function back to its first state."),
  RULE_PROFILE(
      "rules",
      "Which questions the kernel and QEMU ask before a device is attached; they differ between"
          + " kernels."),
  VERDICT(
      "verdict",
      "What the kernel and QEMU would say to the plan, step by step, and by which rule."),
  VF("virtual function", "A light function that a physical function makes of itself by SR-IOV."),
  VFIO_DRIVER("vfio driver", "A driver that hands the device to user space, as vfio-pci does."),
  VIABLE(
      "viable",
      "Said of a group in which no device is run by a driver of the host, so that a guest can have"
          + " it."),
  VIOMMU(
      "vIOMMU",
      "An IOMMU inside the guest, which gives each of its devices an address space of its own.");

  private final String word;
  private final String sentence;

  Term(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  public String word() {
    return word;
  }

  /** What it means. */
  public String sentence() {
    return sentence;
  }
}
