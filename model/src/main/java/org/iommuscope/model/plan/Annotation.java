package org.iommuscope.model.plan;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;

/**
 * What a user knows of a device and sysfs does not show.
 *
 * @param iommuDevice the physical device whose IOMMU context backs an mdev
 * @param aux whether the device's auxiliary domains are enabled
 * @param donates whether the driver lends the device's group to its mdev
 * @param heldBy who has the device's group open already
 * @param cacheCoherent whether the IOMMU keeps the device's DMA coherent
 */
public record Annotation(
    Optional<DeviceRef> iommuDevice,
    Optional<Boolean> aux,
    Optional<Boolean> donates,
    Optional<String> heldBy,
    Optional<Boolean> cacheCoherent) {

  public static final Annotation NONE =
      new Annotation(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** An mdev that uses the IOMMU context of a physical device. */
  public static Annotation backedBy(DeviceRef device) {
    return new Annotation(
        Optional.of(device),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
