package org.iommuscope.model.plan;

/** The IOMMU that a guest sees; with one, each requester ID has an address space of its own. */
public sealed interface Viommu {

  /** The guest has none: all its devices share system memory. */
  record None() implements Viommu {}

  /**
   * The guest has one.
   *
   * @param cachingMode {@code caching-mode=on}, without which intel-iommu refuses vfio devices
   */
  record Present(Model model, boolean cachingMode) implements Viommu {}

  /** The vIOMMU models of QEMU. */
  enum Model {
    INTEL,
    VIRTIO,
    SMMUV3,
    AMD
  }

  /** What {@code "viommu": true} stands for. */
  static Viommu standard() {
    return new Present(Model.INTEL, true);
  }
}
