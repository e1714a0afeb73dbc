package org.iommuscope.model.rules;

import java.util.Set;

/** Vendor drivers that are known to isolate their mdevs by themselves. */
public final class VendorDrivers {

  /**
   * Parents' drivers in the kernel's {@code drivers} and {@code samples/vfio-mdev}, and NVIDIA's
   * and Intel's own, by the names that their {@code driver} links show: GVT-g, the samples, s390's
   * crypto cards and channels, and data streaming accelerators.
   */
  private static final Set<String> ISOLATING =
      Set.of(
          "i915",
          "nvidia",
          "nvidia-vgpu-vfio",
          "mtty",
          "mdpy",
          "mbochs",
          "vfio_ap",
          "vfio_ap_matrix",
          "vfio_ccw",
          "io_subchannel",
          "idxd",
          "xe",
          "hisi_zip",
          "gim");

  private VendorDrivers() {}

  static boolean isolate(String driver) {
    return ISOLATING.contains(driver);
  }
}
