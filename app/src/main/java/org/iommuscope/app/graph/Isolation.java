package org.iommuscope.app.graph;

/** What keeps an mdev's DMA apart from all else, as far as the host and the plan tell. */
public enum Isolation {
  /** The driver of its parent; no IOMMU group but its own plays a part. */
  VENDOR,
  /** The domain of a physical device's group, which whoever uses the mdev holds. */
  GROUP,
  /** A domain of its own beside that of a physical device's group. */
  AUXILIARY,
  /** Nothing tells. */
  UNTOLD
}
