package org.iommuscope.imports;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Samples of the structured forms that docs/formats.md has rows for; the machine is q35-sriov-k61.
 */
final class StructuredSamples {

  private StructuredSamples() {}

  static Map<String, String> all() {
    Map<String, String> samples = new LinkedHashMap<>();
    samples.put("libvirt node devices", nodeDevice());
    samples.put("virsh nodedev-list --tree", tree());
    samples.put("pvesh hardware/pci", pvesh());
    samples.put("LXD or Incus resources", resources());
    samples.put("mdevctl types and list", mdevctl());
    samples.put("driverctl list-devices", "0000:00:02.0 pcieport\n0000:01:00.0 vfio-pci [*]\n");
    samples.put("EVE-OS hardware model", model());
    samples.put("umockdev recording", recording());
    return samples;
  }

  private static String nodeDevice() {
    return """
    <device>
      <name>pci_0000_01_00_0</name>
      <path>/sys/devices/pci0000:00/0000:00:02.0/0000:01:00.0</path>
      <parent>pci_0000_00_02_0</parent>
      <driver><name>igb</name></driver>
      <capability type='pci'>
        <class>0x020000</class>
        <domain>0</domain><bus>1</bus><slot>0</slot><function>0</function>
        <product id='0x10c9'>82576 Gigabit Network Connection</product>
        <vendor id='0x8086'>Intel Corporation</vendor>
        <capability type='virt_functions' maxCount='7'>
          <address domain='0x0000' bus='0x01' slot='0x10' function='0x0'/>
        </capability>
        <capability type='mdev_types'>
          <type id='mtty-1'><deviceAPI>vfio-pci</deviceAPI><availableInstances>2</availableInstances></type>
        </capability>
        <iommuGroup number='6'>
          <address domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
        </iommuGroup>
        <numa node='0'/>
      </capability>
    </device>
    """;
  }

  private static String tree() {
    return """
    computer
      |
      +- pci_0000_00_02_0
      |   |
      |   +- pci_0000_01_00_0
      |
    """;
  }

  private static String pvesh() {
    return """
    [{"id":"0000:01:00.0","class":"0x020000","vendor":"0x8086","device":"0x10c9","iommugroup":6},
     {"id":"0000:00:1f.2","class":"0x010601","vendor":"0x8086","device":"0x2922","iommugroup":5}]
    """;
  }

  private static String resources() {
    return """
    {"metadata": {"gpu": {"cards": [{"pci_address": "0000:01:00.0",
        "sriov": {"current_vfs": 1, "maximum_vfs": 7},
        "mdev": {"mtty-1": {"api": "vfio-pci", "available": 3, "name": "one"}}}]},
      "pci": {"devices": [
        {"driver": "igb", "iommu_group": 6, "numa_node": 0, "pci_address": "0000:01:00.0",
         "product": "82576", "product_id": "10c9", "vendor_id": "8086"}]}}}
    """;
  }

  private static String mdevctl() {
    return """
    mtty
      mtty-2
        Available instances: 22
        Device API: vfio-pci
    a0000000-0000-4000-8000-000000000001 mtty mtty-2 manual (active)
    """;
  }

  private static String recording() {
    return """
    P: /devices/pci0000:00/0000:00:02.0
    E: SUBSYSTEM=pci
    L: driver=../../../bus/pci/drivers/pcieport
    L: iommu_group=../../../kernel/iommu_groups/1
    A: class=0x060400\\n

    P: /devices/pci0000:00/0000:00:02.0/0000:01:00.0
    E: SUBSYSTEM=pci
    L: driver=../../../../bus/pci/drivers/igb
    L: iommu_group=../../../../kernel/iommu_groups/6
    A: class=0x020000\\n
    A: vendor=0x8086\\n
    A: device=0x10c9\\n
    A: numa_node=0\\n
    A: sriov_totalvfs=7\\n
    A: reset_method=flr bus\\n
    """;
  }

  private static String model() {
    return """
    {"ioMemberList": [{"phyaddrs": {"PciLong": "0000:06:00.0"}, "class": "0200",
       "vendor": "8086", "device": "10c9", "iommu_group": 13}]}
    """;
  }
}
