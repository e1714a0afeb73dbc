package org.iommuscope.model.attach;

/**
 * The kernel that answers.
 *
 * @param mechanism how it keeps host drivers and guests apart
 * @param emulatedMdevs whether mdev groups are vfio's own (Linux 5.16 and later) and not plain
 *     IOMMU groups made by the mdev bus
 * @param version decides details that changed within a mechanism
 */
public record KernelEra(Mechanism mechanism, boolean emulatedMdevs, KernelVersion version) {

  /** How a kernel keeps host drivers and guests out of one group. */
  public enum Mechanism {
    /** A list of allowed drivers, asked at certain steps; up to Linux 5.18. */
    VIABILITY,
    /** A counter of DMA users in each group; Linux 5.19 and later. */
    DMA_OWNER
  }

  public boolean ownsDma() {
    return mechanism == Mechanism.DMA_OWNER;
  }
}
