package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.Test;

/** Each structured form on a piece of the machine q35-qemu-k61, as that form would tell it. */
class StructuredFormatsTest {

  private static final String UUID = "a0000000-0000-4000-8000-000000000001";

  private static final String PF =
      """
      <device>
        <name>pci_0000_06_00_0</name>
        <path>/sys/devices/pci0000:00/0000:00:07.0/0000:06:00.0</path>
        <parent>pci_0000_00_07_0</parent>
        <driver><name>igb</name></driver>
        <capability type='pci'>
          <class>0x020000</class>
          <domain>0</domain><bus>6</bus><slot>0</slot><function>0</function>
          <product id='0x10c9'>82576 Gigabit Network Connection</product>
          <vendor id='0x8086'>Intel Corporation</vendor>
          <capability type='virt_functions' maxCount='7'>
            <address domain='0x0000' bus='0x06' slot='0x10' function='0x0'/>
          </capability>
          <iommuGroup number='13'>
            <address domain='0x0000' bus='0x06' slot='0x00' function='0x0'/>
          </iommuGroup>
          <numa node='1'/>
          <capability type='mdev_types'>
            <type id='mtty-1'>
              <name>Single port</name>
              <deviceAPI>vfio-pci</deviceAPI>
              <availableInstances>23</availableInstances>
            </type>
          </capability>
        </capability>
      </device>
      """;

  private static final String VF =
      """
      <device>
        <name>pci_0000_06_10_0</name>
        <path>/sys/devices/pci0000:00/0000:00:07.0/0000:06:10.0</path>
        <capability type='pci'>
          <domain>0</domain><bus>6</bus><slot>16</slot><function>0</function>
          <product id='0x10ca'/><vendor id='0x8086'/>
          <capability type='phys_function'>
            <address domain='0x0000' bus='0x06' slot='0x00' function='0x0'/>
          </capability>
        </capability>
      </device>
      """;

  private static final String MDEV =
      """
      <device>
        <name>mdev_a0000000_0000_4000_8000_000000000001</name>
        <path>/sys/devices/virtual/mtty/mtty/%1$s</path>
        <parent>mtty</parent>
        <driver><name>vfio_mdev</name></driver>
        <capability type='mdev'>
          <type id='mtty-2'/><uuid>%1$s</uuid><parent_addr>mtty</parent_addr>
          <iommuGroup number='14'/>
        </capability>
      </device>
      """
          .formatted(UUID);

  @Test
  void node_devices_of_libvirt_tell_groups_members_and_everything_of_a_function() {
    ImportResult result = read(PF + VF + "<?xml version='1.0'?>\n" + MDEV);

    PciFunction pf = function(result, "0000:06:00.0");
    assertEquals("[13]", groups(result, "0000:06:00.0"));
    assertEquals(Reading.of("igb"), pf.driver());
    assertEquals(Reading.of(0x10c9), pf.ids().device());
    assertEquals(Reading.of(0x020000), pf.ids().classCode());
    assertEquals(Reading.of("82576 Gigabit Network Connection"), pf.name());
    assertEquals("0000:00:07.0", pf.placement().upstream().known().orElseThrow().text());
    assertEquals(Reading.of("pci0000:00"), pf.placement().hostBridge());
    assertEquals(Reading.of(1), pf.placement().numaNode());
    assertEquals(Reading.of(7), pf.sriov().totalVfs());
    assertEquals(Reading.of(1), pf.sriov().numVfs());
    assertEquals(Reading.of(23), types(result, pf.ref()).getFirst().availableInstances());
    PciFunction vf = function(result, "0000:06:10.0");
    assertEquals("0000:06:00.0", vf.sriov().physfn().known().orElseThrow().text());
    assertEquals(Reading.absent(), vf.driver());
    assertEquals(Reading.absent(), vf.group());
    MediatedDevice mdev =
        (MediatedDevice) result.host().device(DeviceRef.parse(UUID)).orElseThrow();
    assertEquals(Reading.of("mtty-2"), mdev.type());
    assertEquals("mtty", mdev.parent().known().orElseThrow().text());
    assertEquals("libvirt node device XML", result.provenance().kind());
  }

  @Test
  void a_broken_node_device_costs_that_device_and_a_document_type_is_never_read() {
    ImportResult result =
        read(
            """
            <!DOCTYPE device [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <device>
              <name>pci_0000_01_00_0</name>
              <capability type='pci'><domain>&x;</domain>
            """
                + PF);

    assertEquals(1, result.host().devices().size());
    assertEquals(
        List.of("MALFORMED text: found XML that is not well-formed; expected a whole <device>"),
        Imports.notesOf(result));
  }

  @Test
  void the_tree_of_libvirt_tells_who_is_below_whom() {
    ImportResult result =
        read(
            """
            computer
              |
              +- net_lo_00_00_00_00_00_00
              +- pci_0000_00_07_0
              |   |
              |   +- pci_0000_06_00_0
              |   |   |
              |   |   +- net_eth4_52_54_00_12_34_56
              |   |
              |   +- pci_0000_06_10_0
              |
              +- mdev_a0000000_0000_4000_8000_000000000001

            """);

    PciFunction port = function(result, "0000:00:07.0");
    assertEquals(Reading.absent(), port.placement().upstream());
    for (String below : List.of("0000:06:00.0", "0000:06:10.0")) {
      assertEquals(Reading.of(port.address()), function(result, below).placement().upstream());
    }
    assertEquals(4, result.host().devices().size());
  }

  @Test
  void pvesh_tells_groups_and_ids_and_that_it_hides_classes() {
    String list =
        """
        [{"id":"0000:01:00.0","class":"0x020000","vendor":"0x8086","device":"0x10d3","iommugroup":9,
          "device_name":"82574L Gigabit Network Connection","subsystem_vendor":"0x8086",
          "subsystem_device":"0x0000"},
         {"id":"0000:02:00.0","class":"0x010802","vendor":"0x1b36","device":"0x0010","iommugroup":-1}]
        """;

    for (String text : List.of(list, "{\"data\":" + list + "}", "root@pve:~# pvesh\n" + list)) {
      ImportResult result = read(text);
      assertEquals("[9]", groups(result, "0000:01:00.0"));
      assertEquals(Reading.absent(), function(result, "0000:02:00.0").group());
      assertEquals(Reading.of(0x10d3), function(result, "0000:01:00.0").ids().device());
      assertEquals(Reading.of(0x010802), function(result, "0000:02:00.0").ids().classCode());
      assertTrue(Imports.notesOf(result).getFirst().contains("--pci-class-blacklist"));
    }
  }

  @Test
  void lxd_tells_no_group_by_a_zero_and_says_so() {
    ImportResult result =
        read(
            """
            {"metadata": {"gpu": {"cards": [{"pci_address": "0000:04:00.0",
                "sriov": {"current_vfs": 1, "maximum_vfs": 4},
                "mdev": {"vgpu-1": {"api": "vfio-pci", "available": 3, "name": "one"}}}]},
              "pci": {"devices": [
                {"driver": "e1000e", "iommu_group": 9, "numa_node": 0, "pci_address": "0000:01:00.0",
                 "product": "82574L", "product_id": "10d3", "vendor_id": "8086"},
                {"driver": "", "iommu_group": 0, "pci_address": "0000:04:00.0"}]}}}
            """);

    assertEquals("[9]", groups(result, "0000:01:00.0"));
    PciFunction card = function(result, "0000:04:00.0");
    assertEquals(Reading.unread(), card.group());
    assertEquals(Reading.absent(), card.driver());
    assertEquals(Reading.of(4), card.sriov().totalVfs());
    assertEquals(1, types(result, card.ref()).size());
    assertTrue(
        Imports.notesOf(result).getFirst().contains("iommu_group is 0 for 1 devices"),
        Imports.notesOf(result).toString());
  }

  @Test
  void mdevctl_tells_mdevs_and_types_as_text_and_as_json() {
    String text =
        UUID
            + " mtty mtty-2 manual (active)\n  Attrs:\n    @{0}: {\"a\":\"1\"}\n"
            + "mtty\n  mtty-2\n    Available instances: 22\n    Device API: vfio-pci\n"
            + "    Name: Dual port serial\n";
    String json =
        "[{\"mtty\": [{\""
            + UUID
            + "\": {\"mdev_type\": \"mtty-2\", \"start\": \"manual\", \"attrs\": []}}]}]\n"
            + "[{\"mtty\": [{\"mtty-2\": {\"available_instances\": 22, \"device_api\":"
            + " \"vfio-pci\", \"name\": \"Dual port serial\"}}]}]\n";

    for (String each : List.of(text, json)) {
      ImportResult result = read(each);
      MediatedDevice mdev =
          (MediatedDevice) result.host().device(DeviceRef.parse(UUID)).orElseThrow();
      assertEquals(Reading.of("mtty-2"), mdev.type());
      assertEquals("mtty", mdev.parent().known().orElseThrow().text());
      assertEquals(
          "[MdevType[id=mtty-2, name=Present[value=Dual port serial],"
              + " deviceApi=Present[value=vfio-pci], availableInstances=Present[value=22]]]",
          types(result, DeviceRef.parse("mtty")).toString());
    }
  }

  @Test
  void driverctl_tells_drivers_and_which_are_overridden() {
    ImportResult result =
        read("0000:00:00.0 (none)\n0000:01:00.0 vfio-pci [*]\n0000:02:00.0 nvme (NVMe disk)\n");

    assertEquals(Reading.absent(), function(result, "0000:00:00.0").driver());
    assertEquals(Reading.of("vfio-pci"), function(result, "0000:01:00.0").driver());
    assertEquals(Reading.of("vfio-pci"), function(result, "0000:01:00.0").driverOverride());
    assertEquals(Reading.of("nvme"), function(result, "0000:02:00.0").driver());
  }

  @Test
  void a_recording_of_umockdev_is_read_as_the_tree_that_it_records() {
    ImportResult result =
        read(
            """
            # recorded by umockdev-record
            P: /devices/pci0000:00/0000:00:07.0
            E: SUBSYSTEM=pci
            L: driver=../../../bus/pci/drivers/pcieport
            L: iommu_group=../../../kernel/iommu_groups/7
            A: class=0x060400\\n
            A: vendor=0x1b36\\n
            A: device=0x000c\\n

            P: /devices/pci0000:00/0000:00:07.0/0000:06:00.0
            E: SUBSYSTEM=pci
            L: driver=../../../../bus/pci/drivers/igb
            L: iommu_group=../../../../kernel/iommu_groups/13
            A: class=0x020000\\n
            A: vendor=0x8086\\n
            A: device=0x10c9\\n
            A: reset_method=flr bus\\n
            H: config=8680C910

            P: /devices/pci0000:00/0000:00:07.0/0000:06:00.0/net/eth4
            E: SUBSYSTEM=net
            A: address=52:54:00:12:34:56\\n
            """);

    PciFunction pf = function(result, "0000:06:00.0");
    assertEquals("[13]", groups(result, "0000:06:00.0"));
    assertEquals(Reading.of("igb"), pf.driver());
    assertEquals("0000:00:07.0", pf.placement().upstream().known().orElseThrow().text());
    assertEquals(Reading.of(List.of("flr", "bus")), pf.resetMethods());
    assertEquals(Reading.of(List.of("net eth4")), pf.uses());
    assertEquals(Reading.of(HeaderType.BRIDGE), function(result, "0000:00:07.0").header());
  }

  @Test
  void what_is_broken_in_a_recording_costs_its_line() {
    ImportResult result =
        read(
            """
            P: /devices/pci0000:00/0000:00:07.0
            E: SUBSYSTEM=pci
            H: config=8
            L: driver
            nonsense
            L: iommu_group=../../../kernel/iommu_groups/7
            A: ../../../../escape=1
            """);

    assertEquals("[7]", groups(result, "0000:00:07.0"));
    List<String> notes = Imports.notesOf(result);
    for (String expected :
        List.of("pairs of digits", "name=target", "no record of umockdev", "climbs out")) {
      assertTrue(notes.stream().anyMatch(note -> note.contains(expected)), notes.toString());
    }
  }

  @Test
  void what_is_none_of_them_is_refused_with_what_was_tried() {
    ImportOutcome outcome = outcome("{\"pci\": 1}\n[[[[\n<device>\n<device/>\n");

    String sentence = ((ImportOutcome.Refused) outcome).sentence();
    for (String tried :
        List.of("libvirt node device XML", "pvesh", "LXD", "mdevctl", "driverctl")) {
      assertTrue(sentence.contains(tried), sentence);
    }
  }

  @Test
  void brackets_without_end_are_no_harm() {
    ImportOutcome outcome = outcome("[[".repeat(100_000));

    assertTrue(outcome instanceof ImportOutcome.Refused, outcome.toString());
  }

  private static ImportOutcome outcome(String text) {
    return new TopologyImporter(PciNames::none)
        .read(new CaptureSource.Pasted("text", text), ImportProgress.unwatched());
  }

  private static ImportResult read(String text) {
    return switch (outcome(text)) {
      case ImportOutcome.Imported(ImportResult result) -> result;
      case ImportOutcome.Refused(String sentence) -> throw new AssertionError(sentence);
      case ImportOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
    };
  }

  private static PciFunction function(ImportResult result, String address) {
    return (PciFunction) result.host().device(DeviceRef.parse(address)).orElseThrow();
  }

  private static String groups(ImportResult result, String address) {
    return result.host().groups().values().stream()
        .filter(group -> group.members().contains(DeviceRef.parse(address)))
        .map(group -> group.id())
        .toList()
        .toString();
  }

  private static List<MdevType> types(ImportResult result, DeviceRef parent) {
    return Optional.ofNullable(result.host().mdevParents().get(parent)).orElseThrow().types();
  }
}
