package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Present, absent and unread are three answers. */
class ReadingsTest {

  private static final String ADDRESS = "0000:00:01.0";
  private static final String FOLDER = "sys/devices/pci0000:00/" + ADDRESS;

  @TempDir Path root;
  private CaptureTree tree;

  @BeforeEach
  void begin() {
    tree = new CaptureTree(root);
  }

  @Test
  void a_function_with_other_links_and_no_driver_link_has_no_driver() {
    assertEquals(Reading.absent(), functionIn(tree.function(ADDRESS)).driver());
  }

  @Test
  void a_function_whose_links_were_not_captured_may_have_a_driver() {
    tree.file(FOLDER + "/vendor", "0x8086");
    assertEquals(Reading.unread(), functionIn(tree).driver());
  }

  @Test
  void the_list_of_a_driver_tells_where_the_link_was_not_captured() {
    tree.file(FOLDER + "/vendor", "0x8086");
    tree.file("sys/bus/pci/drivers/e1000e/" + ADDRESS, "");
    assertEquals(Reading.of("e1000e"), functionIn(tree).driver());
  }

  @Test
  void a_driver_link_counts_although_the_driver_was_not_captured() {
    tree.function(ADDRESS).link(FOLDER + "/driver", "../../../bus/pci/drivers/vfio-pci");
    assertEquals(Reading.of("vfio-pci"), functionIn(tree).driver());
  }

  @Test
  void null_in_driver_override_is_none() {
    tree.function(ADDRESS).file(FOLDER + "/driver_override", "(null)");
    assertEquals(Reading.absent(), functionIn(tree).driverOverride());
  }

  @Test
  void minus_one_is_no_numa_node() {
    tree.function(ADDRESS).file(FOLDER + "/numa_node", "-1");
    assertEquals(Reading.absent(), functionIn(tree).placement().numaNode());
  }

  @Test
  void reset_methods_are_none_only_where_the_kernel_would_list_them() {
    tree.function(ADDRESS);
    assertEquals(Reading.unread(), functionIn(tree).resetMethods());
    tree.file("proc/version", "Linux version 6.1.0 (someone)");
    assertEquals(Reading.absent(), functionIn(tree).resetMethods());
  }

  @Test
  void the_header_comes_from_config_space_without_the_multifunction_bit() {
    byte[] config = new byte[64];
    config[0x0e] = (byte) 0x81;
    tree.function(ADDRESS).file(FOLDER + "/config", config);
    assertEquals(Reading.of(HeaderType.BRIDGE), functionIn(tree).header());
  }

  @Test
  void the_class_tells_the_header_where_config_space_was_not_captured() {
    tree.function(ADDRESS).file(FOLDER + "/class", "0x060400");
    assertEquals(Reading.of(HeaderType.BRIDGE), functionIn(tree).header());
  }

  @Test
  void a_dangling_device_link_still_tells_the_bridge_above() {
    tree.function("0000:00:02.0");
    tree.link(
        "sys/bus/pci/devices/0000:01:00.0",
        "../../../devices/pci0000:00/0000:00:02.0/0000:01:00.0");
    ImportResult result = tree.read();
    PciFunction function = function(result.host(), "0000:01:00.0");
    assertEquals(Reading.of(new PciAddress(0, 0, 2, 0)), function.placement().upstream());
    assertTrue(function.driver().isUnread());
    assertTrue(Imports.notesOf(result).getFirst().startsWith("MISSING sys/bus/pci/devices/"));
  }

  @Test
  void groups_are_known_by_the_links_of_devices_alone() {
    tree.function(ADDRESS).link(FOLDER + "/iommu_group", "../../../kernel/iommu_groups/7");
    IommuGroup group = Imports.group(tree.read().host(), 7);
    assertEquals(List.of(DeviceRef.parse(ADDRESS)), List.copyOf(group.members()));
    assertTrue(group.type().isUnread());
  }

  @Test
  void a_function_that_only_its_group_leads_to_is_read() {
    tree.file("sys/devices/odd/" + ADDRESS + "/vendor", "0x8086");
    tree.link("sys/kernel/iommu_groups/0/devices/" + ADDRESS, "../../../../devices/odd/" + ADDRESS);
    assertEquals(Reading.of(0x8086), functionIn(tree).ids().vendor());
  }

  @Test
  void two_devices_of_one_name_in_a_group_stay_two() {
    tree.folder("sys/devices/platform/one/dma").folder("sys/devices/platform/two/dma");
    tree.link("sys/kernel/iommu_groups/0/devices/dma", "../../../../devices/platform/one/dma");
    tree.link("sys/kernel/iommu_groups/0/devices/dma.0", "../../../../devices/platform/two/dma");
    assertEquals(
        List.of(DeviceRef.parse("dma"), DeviceRef.parse("dma.0")),
        List.copyOf(Imports.group(tree.read().host(), 0).members()));
  }

  @Test
  void a_numbered_link_to_a_device_means_the_device() {
    tree.function(ADDRESS).group(3, ADDRESS);
    tree.link("sys/kernel/iommu_groups/4/devices/dma.0", "../../../../devices/platform/soc/dma");
    assertEquals(
        List.of(DeviceRef.parse("dma")),
        List.copyOf(Imports.group(tree.read().host(), 4).members()));
  }

  @Test
  void s59_a_member_of_the_mdev_bus_makes_an_mdev_group_whatever_its_name() {
    String uuid = "83b8f4f2-509f-382f-3c1e-e6bfe0fa1001";
    tree.function(ADDRESS);
    tree.file("sys/kernel/iommu_groups/0/name", "vfio-noiommu");
    tree.link(
        "sys/kernel/iommu_groups/0/devices/" + uuid,
        "../../../../devices/pci0000:00/" + ADDRESS + "/" + uuid);
    tree.link(FOLDER + "/" + uuid + "/mdev_type", "../mdev_supported_types/i915-GVTg_V5_4");
    tree.link(FOLDER + "/" + uuid + "/subsystem", "../../../../bus/mdev");
    tree.link(
        "sys/bus/mdev/devices/" + uuid, "../../../devices/pci0000:00/" + ADDRESS + "/" + uuid);
    HostTopology host = tree.read().host();
    assertEquals(IommuGroup.Kind.MDEV, Imports.group(host, 0).kind());
    MediatedDevice mdev =
        assertInstanceOf(MediatedDevice.class, host.devices().get(DeviceRef.parse(uuid)));
    assertEquals(Reading.of(DeviceRef.parse(ADDRESS)), mdev.parent());
    assertEquals(Reading.of("i915-GVTg_V5_4"), mdev.type());
    assertEquals(Reading.absent(), mdev.driver());
  }

  @Test
  void the_bus_of_another_member_comes_from_its_subsystem_link() {
    tree.link("sys/devices/platform/smmu.0/subsystem", "../../../bus/platform");
    tree.link("sys/kernel/iommu_groups/0/devices/smmu.0", "../../../../devices/platform/smmu.0");
    OtherDevice other =
        assertInstanceOf(
            OtherDevice.class, tree.read().host().devices().get(DeviceRef.parse("smmu.0")));
    assertEquals("platform", other.bus());
    assertEquals(Reading.of(new GroupId(0)), other.group());
  }

  private static PciFunction functionIn(CaptureTree tree) {
    return function(tree.read().host(), ADDRESS);
  }

  private static PciFunction function(HostTopology host, String address) {
    return assertInstanceOf(PciFunction.class, host.devices().get(DeviceRef.parse(address)));
  }
}
