package org.iommuscope.model.topology;

/** The IOMMU drivers whose answers differ, told by the units in {@code /sys/class/iommu}. */
public enum IommuKind {
  INTEL,
  AMD,
  VIRTIO,
  SMMUV3,
  SPAPR,
  OTHER
}
