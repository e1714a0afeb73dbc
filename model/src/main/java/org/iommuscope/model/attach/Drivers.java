package org.iommuscope.model.attach;

import java.util.Set;
import org.iommuscope.model.topology.MdevBacking;

/** What the names of drivers tell about how vfio treats the devices bound to them. */
public final class Drivers {

  /**
   * Drivers that register devices with vfio: {@code vfio-pci} and its variants, and those of other
   * buses. Linux 6.12, {@code drivers/vfio}.
   */
  private static final Set<String> VFIO =
      Set.of(
          "vfio-pci",
          "mlx5-vfio-pci",
          "hisi-acc-vfio-pci",
          "nvgrace-gpu-vfio-pci",
          "virtio-vfio-pci",
          "pds-vfio-pci",
          "qat-vfio-pci",
          "vfio-platform",
          "vfio-amba",
          "vfio-fsl-mc",
          "vfio-cdx");

  /**
   * The sample driver of the mails of 2019 that wraps a whole function as one mdev; it never
   * reached the kernel.
   */
  public static final String WRAPPER = MdevBacking.WRAPPER;

  private Drivers() {}

  /** Whether a physical device on this driver is one of vfio's. */
  public static boolean isVfio(String driver) {
    return VFIO.contains(plain(driver));
  }

  /**
   * Whether the driver leaves DMA to user space: {@code driver_managed_dma} of Linux 5.19 and
   * later.
   */
  public static boolean managesNoDma(String driver) {
    return isVfio(driver) || driver.equals("pcieport") || driver.equals("pci-stub");
  }

  /** Sysfs shows module names, where a dash is an underscore, or driver names, where it is not. */
  private static String plain(String driver) {
    return driver.replace('_', '-');
  }
}
