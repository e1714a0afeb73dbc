package org.iommuscope.model.attach;

/** How a kernel, or a proposal for one, treats mdevs and what stands behind them. */
public enum MdevDesign {
  /** The mdev bus makes a group for each; vendor drivers isolate. Linux up to 5.1. */
  ISOLATED,
  /** A physical device's IOMMU may stand behind an mdev. Linux 5.2 to 5.15. */
  BACKED,
  /** vfio makes a group of its own for each; vendor drivers isolate. Linux 5.16 and later. */
  EMULATED,
  /** The container attaches the backing group and shares it; the agreed series. */
  GROUP_ATTACHED,
  /** An attached mdev counts as an open of its backing group; the first draft. */
  OPENS_COUNTED,
  /** As in 5.2, with a wrapper for functions that are alone in their group; posted last. */
  SINGLETONS,
  /** A backed mdev is a member of its backing group. */
  GROUP_INHERITED;

  /** Whether an mdev may have a physical device's IOMMU behind it. */
  public boolean knowsBacking() {
    return this != ISOLATED && this != EMULATED;
  }
}
