package org.iommuscope.model.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

class TopologyDiffTest {

  private static final String UUID = "83b8f4f2-509f-382f-3c1e-e6bfe0fa1001";

  @Test
  void finds_nothing_where_nothing_changed() {
    assertTrue(TopologyDiff.of(desktop(), desktop()).isEmpty());
  }

  @Test
  void tells_of_groups_that_became_one() {
    HostTopology after =
        new TestHost()
            .endpoint("0000:01:00.0", 1, "nvme")
            .endpoint("0000:02:00.0", 1, "e1000e")
            .endpoint("0000:02:00.1", 1, "-")
            .build();

    assertEquals(
        List.of("MERGED [1, 2] [1] [0000:01:00.0, 0000:02:00.0, 0000:02:00.1]"),
        groups(desktop(), after));
  }

  @Test
  void tells_of_a_group_that_became_several() {
    HostTopology after =
        new TestHost()
            .endpoint("0000:01:00.0", 1, "nvme")
            .endpoint("0000:02:00.0", 2, "e1000e")
            .endpoint("0000:02:00.1", 3, "-")
            .build();

    assertEquals(
        List.of("SPLIT [2] [2, 3] [0000:02:00.0, 0000:02:00.1]"), groups(desktop(), after));
  }

  @Test
  void tells_a_new_number_from_a_new_group() {
    HostTopology after =
        new TestHost()
            .endpoint("0000:01:00.0", 2, "nvme")
            .endpoint("0000:02:00.0", 1, "e1000e")
            .endpoint("0000:02:00.1", 1, "-")
            .build();

    assertEquals(
        List.of(
            "RENUMBERED [1] [2] [0000:01:00.0]", "RENUMBERED [2] [1] [0000:02:00.0, 0000:02:00.1]"),
        groups(desktop(), after));
  }

  @Test
  void tells_which_device_went_to_another_group() {
    HostTopology after =
        new TestHost()
            .endpoint("0000:01:00.0", 1, "nvme")
            .endpoint("0000:02:00.0", 2, "e1000e")
            .endpoint("0000:02:00.1", 1, "-")
            .build();

    assertEquals(List.of("CHANGED [1, 2] [1, 2] [0000:02:00.1]"), groups(desktop(), after));
  }

  @Test
  void tells_of_a_device_that_left_with_its_group_and_of_one_that_came_into_another() {
    HostTopology after =
        new TestHost()
            .endpoint("0000:02:00.0", 2, "e1000e")
            .endpoint("0000:02:00.1", 2, "-")
            .endpoint("0000:02:00.2", 2, "-")
            .mdev(UUID, 9, "vfio_mdev", "0000:02:00.0")
            .build();

    assertEquals(
        List.of(
            "REMOVED [1] [] [0000:01:00.0]",
            "CHANGED [2] [2] [0000:02:00.2]",
            "ADDED [] [9] [" + UUID + "]"),
        groups(desktop(), after));
    assertEquals(
        List.of("GONE 0000:01:00.0", "APPEARED 0000:02:00.2", "APPEARED " + UUID),
        TopologyDiff.of(desktop(), after).devices().stream()
            .map(change -> change.kind() + " " + change.device())
            .toList());
  }

  @Test
  void tells_that_the_groups_are_gone_where_the_iommu_is_off() {
    HostTopology after =
        new TestHost()
            .ungrouped("0000:01:00.0", "nvme")
            .ungrouped("0000:02:00.0", "e1000e")
            .ungrouped("0000:02:00.1", "-")
            .build();

    assertEquals(
        List.of("REMOVED [1] [] [0000:01:00.0]", "REMOVED [2] [] [0000:02:00.0, 0000:02:00.1]"),
        groups(desktop(), after));
  }

  @Test
  void makes_no_difference_of_what_one_capture_does_not_say() {
    HostTopology after =
        new TestHost()
            .groupUnread("0000:01:00.0", "?")
            .groupUnread("0000:02:00.0", "?")
            .groupUnread("0000:02:00.1", "?")
            .build();

    assertTrue(TopologyDiff.of(desktop(), after).isEmpty());
    assertTrue(TopologyDiff.of(after, desktop()).isEmpty());
  }

  @Test
  void tells_of_drivers_vfs_parameters_and_mdev_types() {
    HostTopology before =
        new TestHost()
            .pf("0000:03:00.0", 4, "igb", 7)
            .offers("0000:03:00.0", "one", 2)
            .parameter("vfio_pci.enable_sriov", "N")
            .build();
    HostTopology after =
        new TestHost()
            .pf("0000:03:00.0", 4, "vfio-pci", 7, "0000:03:10.0")
            .offers("0000:03:00.0", "one", 1)
            .parameter("vfio_pci.enable_sriov", "Y")
            .build();

    assertEquals(
        List.of(
            "host vfio_pci.enable_sriov N Y",
            "0000:03:00.0 driver igb vfio-pci",
            "0000:03:00.0 sriovNumVfs 0 1",
            "0000:03:00.0 availableInstances of one 2 1"),
        TopologyDiff.of(before, after).attributes().stream()
            .map(change ->
                change.device().map(Object::toString).orElse("host")
                    + " "
                    + change.attribute()
                    + " "
                    + change.before().orElse("none")
                    + " "
                    + change.after().orElse("none"))
            .toList());
  }

  private static HostTopology desktop() {
    return new TestHost()
        .endpoint("0000:01:00.0", 1, "nvme")
        .endpoint("0000:02:00.0", 2, "e1000e")
        .endpoint("0000:02:00.1", 2, "-")
        .build();
  }

  private static List<String> groups(HostTopology before, HostTopology after) {
    return TopologyDiff.of(before, after).groups().stream()
        .map(change ->
            change.kind() + " " + change.before() + " " + change.after() + " " + change.devices())
        .toList();
  }
}
