package org.iommuscope.model.topology;

/** A device of the host that can be a member of an IOMMU group. */
public sealed interface HostDevice permits PciFunction, MediatedDevice, OtherDevice {

  DeviceRef ref();

  /** The IOMMU group that the device's {@code iommu_group} link names. */
  Reading<GroupId> group();

  /** The name of the driver that its {@code driver} link names. */
  Reading<String> driver();

  /** The bus as sysfs names it: {@code pci}, {@code mdev}, {@code platform}. */
  String bus();
}
