package org.iommuscope.model.attach;

/**
 * The kernel that answers.
 *
 * @param mechanism how it keeps host drivers and guests apart
 * @param mdevs what it makes of mdevs
 * @param detachesAtFirst whether the first of several users of a group's domain takes it along
 * @param version decides details that changed within a mechanism
 */
public record KernelEra(
    Mechanism mechanism, MdevDesign mdevs, boolean detachesAtFirst, KernelVersion version) {

  /** How a kernel keeps host drivers and guests out of one group. */
  public enum Mechanism {
    /** A list of allowed drivers, asked at certain steps; up to Linux 5.18. */
    VIABILITY,
    /** A counter of DMA users in each group; Linux 5.19 and later. */
    DMA_OWNER
  }

  /** Whether mdev groups are vfio's own and not plain IOMMU groups made by the mdev bus. */
  public boolean emulatedMdevs() {
    return mdevs == MdevDesign.EMULATED;
  }

  public boolean ownsDma() {
    return mechanism == Mechanism.DMA_OWNER;
  }
}
