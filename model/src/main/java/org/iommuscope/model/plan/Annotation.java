package org.iommuscope.model.plan;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.Reading;

/**
 * What a user knows of a device and sysfs does not show.
 *
 * @param iommuDevice the physical device whose IOMMU context backs an mdev; absent where none does
 *     and its vendor's driver isolates it
 * @param aux whether the device's auxiliary domains are enabled
 * @param donates whether the driver lends the device's group to its mdev
 * @param heldBy who has the device's group open already
 * @param cacheCoherent whether the IOMMU keeps the device's DMA coherent
 */
public record Annotation(
    Reading<DeviceRef> iommuDevice,
    Optional<Boolean> aux,
    Optional<Boolean> donates,
    Optional<String> heldBy,
    Optional<Boolean> cacheCoherent) {

  public static final Annotation NONE =
      new Annotation(
          Reading.unread(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** An mdev that its vendor's driver isolates, with no physical device's IOMMU behind it. */
  public static Annotation backedByNothing() {
    return NONE.withIommuDevice(Reading.absent());
  }

  public Annotation withIommuDevice(Reading<DeviceRef> device) {
    return new Annotation(device, aux, donates, heldBy, cacheCoherent);
  }

  public Annotation withAux(Optional<Boolean> enabled) {
    return new Annotation(iommuDevice, enabled, donates, heldBy, cacheCoherent);
  }

  public Annotation withDonates(Optional<Boolean> lends) {
    return new Annotation(iommuDevice, aux, lends, heldBy, cacheCoherent);
  }

  public Annotation withHeldBy(Optional<String> holder) {
    return new Annotation(iommuDevice, aux, donates, holder, cacheCoherent);
  }

  public Annotation withCacheCoherent(Optional<Boolean> coherent) {
    return new Annotation(iommuDevice, aux, donates, heldBy, coherent);
  }

  /** An mdev that uses the IOMMU context of a physical device. */
  public static Annotation backedBy(DeviceRef device) {
    return NONE.withIommuDevice(Reading.of(device));
  }
}
