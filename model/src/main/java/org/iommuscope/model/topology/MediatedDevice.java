package org.iommuscope.model.topology;

/**
 * A mediated device, {@code /sys/bus/mdev/devices/<uuid>}.
 *
 * @param group its own group, which has no IOMMU behind it
 * @param type the directory that its {@code mdev_type} link names
 */
public record MediatedDevice(
    MdevUuid uuid,
    Reading<DeviceRef> parent,
    Reading<String> type,
    Reading<GroupId> group,
    Reading<String> driver)
    implements HostDevice {

  @Override
  public DeviceRef ref() {
    return uuid;
  }

  @Override
  public String bus() {
    return "mdev";
  }
}
