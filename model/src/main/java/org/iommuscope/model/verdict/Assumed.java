package org.iommuscope.model.verdict;

/** What a verdict took for true because nothing told, in words. */
public final class Assumed {

  private Assumed() {}

  /** A sentence for a key of the plan's environment whose default was leaned on. */
  public static String say(String key) {
    return switch (key) {
      case "kernel" -> "The kernel is a recent one, for neither plan nor capture names it.";
      case "qemu" -> "QEMU is 10.0 or later.";
      case "managementLayer" -> "Nothing stands between the user and QEMU, such as libvirt.";
      case "interruptRemapping" -> "The host remaps interrupts.";
      case "allowUnsafeInterrupts" -> "Unsafe interrupts are not allowed.";
      case "enableSriov" -> "vfio-pci makes no virtual functions (enable_sriov is off).";
      case "noiommu" -> "The noiommu mode is off.";
      case "hasDefaultDomain" -> "The IOMMU driver has default domains.";
      case "auxSupported" -> "The IOMMU has auxiliary domains.";
      case "mdevBacking" -> "For an mdev the kernel attaches the device that backs it.";
      case "backingViability" -> "Host drivers in a backing group are let pass, as was posted.";
      case "detachAsPosted" -> "Detaching leaves the domain to the others of its group.";
      case "inheritStrict" -> "A donated group may be used beside its mdev.";
      default -> key + " has its default.";
    };
  }
}
