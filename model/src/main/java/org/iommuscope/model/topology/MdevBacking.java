package org.iommuscope.model.topology;

import java.util.Optional;
import java.util.Set;

/**
 * What isolates an mdev's DMA. No file of sysfs says so: it follows from who made the mdev, or
 * nothing tells.
 */
public enum MdevBacking {
  /** The vendor's driver, by itself. */
  VENDOR,
  /** The IOMMU, as it isolates the parent; {@code mdev_set_iommu_device}, Linux 5.2 to 5.15. */
  IOMMU,
  /** The IOMMU, by a domain of its own beside that of the parent. */
  AUX;

  /**
   * Drivers that isolate their mdevs by themselves: those of {@code drivers/gpu/drm/i915/gvt},
   * {@code drivers/s390}, {@code drivers/dma/idxd} and {@code samples/vfio-mdev} of Linux, and
   * NVIDIA's.
   */
  private static final Set<String> VENDOR_DRIVERS =
      Set.of(
          "i915",
          "nvidia",
          "nvidia-vgpu-vfio",
          "mtty",
          "mdpy",
          "mbochs",
          "vfio_ap",
          "vfio_ccw",
          "idxd");

  /** The sample driver of the mails of 2019, which was never merged. */
  public static final String WRAPPER = "vfio-mdev-pci";

  /** Whether the driver of this name is known to isolate its mdevs by itself. */
  public static boolean isVendorDriver(String driver) {
    return VENDOR_DRIVERS.contains(driver);
  }

  /**
   * What isolates an mdev, as far as the kernel and its parent's driver tell; from Linux 5.16 on no
   * mdev can be backed by the IOMMU.
   */
  public static Optional<MdevBacking> toldBy(HostTopology host, MediatedDevice mdev) {
    if (host.kernel().isAtLeast(5, 16).orElse(false)) {
      return Optional.of(VENDOR);
    }
    Optional<String> driver =
        mdev.parent()
            .known()
            .flatMap(parent -> makerOf(host, parent))
            .or(() -> mdev.type().known().flatMap(MdevBacking::driverIn));
    return driver.filter(MdevBacking::isVendorDriver).isPresent()
        ? Optional.of(VENDOR)
        : driver.filter(WRAPPER::equals).map(wrapper -> IOMMU);
  }

  /** The driver that makes a parent's mdevs: the one it is bound to, else that of its types. */
  public static Optional<String> makerOf(HostTopology host, DeviceRef parent) {
    return host.device(parent)
        .flatMap(found -> found.driver().known())
        .or(() ->
            Optional.ofNullable(host.mdevParents().get(parent)).stream()
                .flatMap(known -> known.types().stream())
                .flatMap(type -> driverIn(type.id()).stream())
                .findFirst());
  }

  /**
   * The driver that a type's id begins with; {@code dev_driver_string} puts it there, also for the
   * parents without a driver link that the samples make.
   */
  private static Optional<String> driverIn(String type) {
    return VENDOR_DRIVERS.stream().filter(driver -> type.startsWith(driver + "-")).findFirst();
  }
}
