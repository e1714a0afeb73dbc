package org.iommuscope.imports.text;

import java.util.List;

/** Short texts of every form, from which the fuzzer begins. */
final class FuzzSeeds {

  private FuzzSeeds() {}

  static List<String> all() {
    return List.of(
        """
        /sys/kernel/iommu_groups/7/devices/0000:01:00.0
        /sys/kernel/iommu_groups/7/devices:
        total 0
        lrwxrwxrwx. 1 root root ? 0 Jun 21 19:40 0000:05:00.0 -> ../../../../devices/pci0000:00/0000:00:02.1/0000:05:00.0

        /sys/bus/pci/devices/0000:02:00.0/iommu_group -> ../../../../kernel/iommu_groups/9
        /sys/kernel/iommu_groups/9/type:DMA-FQ
        /sys/kernel/iommu_groups/9/reserved_regions:0x00000000fee00000 0x00000000feefffff msi
        """,
        """
        IOMMU Group 1 00:1c.0 PCI bridge [0604]: Intel Corporation Root Port [8086:a110] (rev f1)
        IOMMU Group 2 - 00:14.0 USB Bus 001 Device 005: ID 0d8c:0017 Sound
        """,
        """
        IOMMU: dmar1
          IOMMU Group: 16
            Group Device: 0000:6a:01.0 - System peripheral [0880]: Intel Corporation Device [8086:0b25]
        Group 3:\t[8086:43ed] [R] 00:14.0  USB controller      Tiger Lake
        USB:\t\t[1d6b:0002]\t\t Bus 001 Device 001   Linux Foundation 2.0 root hub
        IOMMU group 5
        \t01:00.0 Audio device [0403]: NVIDIA Corporation GP104 HD
        Audio [10de:10f0] (rev a1)
        """,
        """
        Slot:\t00:00.0
        Class:\tHost bridge [0600]
        Vendor:\t8086
        Device:\t29c0
        Rev:\t02
        NUMANode:\t0
        IOMMUGroup:\t0
        """,
        """
        -+-[0001:00]---00.0-[01-02]----00.0
         \\-[0000:00]-+-00.0  Intel Corporation 82G33
                     +-01.0-[01]--+-00.0  NVIDIA Corporation GP104
                     |            \\-00.1
                     \\-1f.0
        """,
        """
        00:1c.0/01:00.0 Ethernet controller [0200]: Intel Corporation 82576 [8086:10c9] (rev 01) (prog-if 00)
        \tSubsystem: Intel Corporation Device [8086:a03c]
        \tFlags: bus master, fast devsel, latency 0, IOMMU group 2
        \tBus: primary=00, secondary=01, subordinate=03, sec-latency=0
        \tRegion 0: Memory at fc600000 (64-bit, non-prefetchable) [size=32K]
        \tNUMA node: 0
        \tInitial VFs: 8, Total VFs: 8, Number of VFs: 2, Function Dependency Link: 00
        \tVF offset: 384, stride: 2, Device ID: 10ca
        \tKernel driver in use: igb
        00: 86 80 c9 10 07 05 10 00 01 00 00 02 10 00 80 00
        10: 00 00 60 fc 00 00 00 00 00 00 00 00 00 00 00 00
        20: 00 00 00 00 00 00 00 00 00 00 00 00 86 80 3c a0
        30: 00 00 00 00 40 00 00 00 00 00 00 00 0b 01 00 00
        """,
        """
        [{"id":"0000:01:00.0","class":"0x030000","vendor":"0x10de","device":"0x2484","iommugroup":7,"mdev":1},
         {"id":"0000:00:1f.0","class":"0x060100","vendor":"0x8086","device":"0x2918","iommugroup":-1}]
        """,
        """
        {"pci":{"devices":[{"pci_address":"0000:01:00.0","vendor_id":"10de","product_id":"2484",
          "driver":"nvidia","numa_node":0,"iommu_group":7}]}}
        """,
        """
        [{"0000:06:00.0":[{"mtty-1":{"available_instances":23,"device_api":"vfio-pci","name":"One"}}]},
         {"0000:06:00.0":[{"a0000000-0000-4000-8000-000000000001":{"mdev_type":"mtty-1","start":"auto"}}]}]
        """,
        """
        <device>
          <name>pci_0000_06_00_0</name>
          <driver><name>igb</name></driver>
          <capability type='pci'>
            <class>0x020000</class><domain>0</domain><bus>6</bus><slot>0</slot><function>0</function>
            <product id='0x10c9'>82576</product><vendor id='0x8086'>Intel</vendor>
            <iommuGroup number='13'><address domain='0x0000' bus='0x06' slot='0x00' function='0x0'/></iommuGroup>
            <numa node='1'/>
          </capability>
        </device>
        """,
        """
        0000:00:02.0
          i915-GVTg_V5_4
            Available instances: 1
            Device API: vfio-pci
        a0000000-0000-4000-8000-000000000001 0000:00:02.0 i915-GVTg_V5_4 auto (defined)
        0000:01:00.0 vfio-pci [*]
        computer
          |
          +- pci_0000_00_01_0
          |   |
          |   +- pci_0000_01_00_0
        """,
        """
        [    0.000000] Linux version 6.1.0-50-amd64 (x) #1
        [    0.000000] Command line: intel_iommu=on
        [    0.100000] DMAR-IR: Enabled IRQ remapping in x2apic mode
        [    0.200000] PCI host bridge to bus 0000:80
        [    0.300000] pci 0000:80:00.0: [8086:2020] type 01 class 0x060400
        [    0.310000] pci 0000:80:00.0: PCI bridge to [bus 81-83]
        [    0.400000] pci 0000:81:00.0: Adding to iommu group 3
        [    0.500000] iommu: Adding device 0000:82:00.0 to group 4
        [    9.000000] pci 0000:81:00.0: Removing from iommu group 3
        DMAR: Setting identity map for device 0000:82:00.0 [0xbdc0c000 - 0xbdc1bfff]
        vfio_mdev f715f63c-0d00-4007-9c5a-b07b0c6c05de: MDEV: group_id = 12
        """,
        """
        02:00.0 PCI bridge [0604]: Vendor Switch [1b36:000c]
        \tCapabilities: [54] Express (v2) Downstream Port (Slot+), MSI 00
        \t\tLnkCap:\tPort #0, Speed 16GT/s, Width x16, ASPM L0s
        \t\tLnkSta:\tSpeed 2.5GT/s (downgraded), Width x1
        \tCapabilities: [148 v1] Access Control Services
        \t\tACSCap:\tSrcValid+ TransBlk+ ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans+
        \t\tACSCtl:\tSrcValid+ TransBlk- ReqRedir- CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans-
        """,
        """
        /0000:00:1c.0
        E: SUBSYSTEM=pci
        A: class=0x060400\\n
        H: config=8680d310070010000000000210000000
        L: iommu_group=../../../kernel/iommu_groups/7
        L: driver=../../../bus/pci/drivers/e1000e

        P: /devices/pci0000:00/0000:00:1c.0/0000:01:00.0/a0000000-0000-4000-8000-000000000001
        E: SUBSYSTEM=mdev
        L: mdev_type=../mdev_supported_types/i915-GVTg_V5_4
        """,
        """
        <domain type='kvm'><name>desktop</name><devices>
          <iommu model='intel'><driver caching_mode='on'/></iommu>
          <controller type='pci' index='5' model='pcie-to-pci-bridge'/>
          <hostdev mode='subsystem' type='pci' managed='yes'>
            <source><address domain='0x0000' bus='0x01' slot='0x00' function='0x0'/></source>
            <address type='pci' domain='0x0000' bus='0x05' slot='0x00' function='0x0'/>
          </hostdev>
          <hostdev mode='subsystem' type='mdev'><source><address uuid='a0000000-0000-4000-8000-000000000001'/></source></hostdev>
        </devices></domain>
        """,
        """
        qemu-system-x86_64 -name guest=a -machine q35,accel=kvm -device intel-iommu,caching-mode=on \\
          -device pcie-pci-bridge,id=b0 -device 'vfio-pci,host=01:00.0,bus=b0,addr=0x3' \\
          -device '{"driver":"vfio-pci","host":"0000:02:00.0","iommufd":"iommufd0"}'
        """,
        """
        machine: q35,viommu=virtio
        memory: 4096
        hostpci0: 04:00,pcie=1;05:00.0
        hostpci1: host=0000:00:02.0,mdev=i915-GVTg_V5_4
        args: -device vfio-pci,host=06:00.0
        """,
        """
        apiVersion: kubevirt.io/v1
        kind: VirtualMachine
        metadata: {name: vm}
        spec:
          template: &a
            spec:
              domain:
                devices:
                  hostDevices:
                    - {deviceName: example.org/nic, name: nic1}
        ---
        kind: KubeVirt
        spec: {configuration: {permittedHostDevices: {pciHostDevices: [{pciVendorSelector: "8086:10D3", resourceName: example.org/nic}]}}}
        """);
  }
}
