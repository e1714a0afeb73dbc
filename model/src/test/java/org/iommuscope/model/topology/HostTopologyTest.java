package org.iommuscope.model.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostTopologyTest {

  private static final DeviceName CARD = new DeviceName("card");
  private static final MdevUuid FIRST = new MdevUuid("00000000-0000-0000-0000-000000000001");
  private static final MdevUuid SECOND = new MdevUuid("00000000-0000-0000-0000-000000000002");

  private final HostTopology host =
      new HostTopology(
          List.of(
              mdev(SECOND, Reading.<DeviceRef>of(CARD)),
              mdev(FIRST, Reading.<DeviceRef>of(CARD)),
              card()),
          List.of(group(9), group(2)),
          List.of(),
          KernelFacts.unread());

  @Test
  void lists_devices_and_groups_sorted() {
    assertEquals(List.of(CARD, FIRST, SECOND), List.copyOf(host.devices().keySet()));
    assertEquals(List.of(new GroupId(2), new GroupId(9)), List.copyOf(host.groups().keySet()));
  }

  @Test
  void finds_the_group_of_a_device_by_its_own_link() {
    assertEquals(Optional.of(new GroupId(9)), host.groupOf(CARD).map(IommuGroup::id));
    assertEquals(Optional.empty(), host.groupOf(FIRST));
  }

  @Test
  void finds_the_mdevs_of_a_parent_in_order() {
    assertEquals(
        List.of(FIRST, SECOND), host.mdevsOf(CARD).stream().map(MediatedDevice::uuid).toList());
  }

  @Test
  void cannot_be_changed_through_what_it_hands_out() {
    assertThrows(UnsupportedOperationException.class, () -> host.devices().clear());
    assertThrows(UnsupportedOperationException.class, () -> host.groups().clear());
  }

  private static OtherDevice card() {
    return new OtherDevice(CARD, "platform", Reading.of(new GroupId(9)), Reading.absent());
  }

  private static MediatedDevice mdev(MdevUuid uuid, Reading<DeviceRef> parent) {
    return new MediatedDevice(
        uuid, parent, Reading.unread(), Reading.absent(), Reading.of("vfio_mdev"));
  }

  private static IommuGroup group(int number) {
    return new IommuGroup(
        new GroupId(number),
        IommuGroup.Kind.PHYSICAL,
        Reading.unread(),
        Reading.absent(),
        new LinkedHashSet<>(),
        Reading.unread());
  }
}
