package org.iommuscope.model.plan;

/** How QEMU reaches vfio: through group and container, or through an iommufd. */
public enum Backend {
  LEGACY,
  IOMMUFD
}
