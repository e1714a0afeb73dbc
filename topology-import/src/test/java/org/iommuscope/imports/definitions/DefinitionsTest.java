package org.iommuscope.imports.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

  private static final String UUID = "a0000000-0000-4000-8000-000000000001";

  private static final String DOMAIN =
      """
      <domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
        <name>desktop</name>
        <devices>
          <iommu model='intel'><driver caching_mode='on'/></iommu>
          <controller type='pci' index='5' model='pcie-to-pci-bridge'/>
          <controller type='pci' index='6' model='pcie-root-port'/>
          <hostdev mode='subsystem' type='pci' managed='yes'>
            <source><address domain='0x0000' bus='0x01' slot='0x00' function='0x0'/></source>
            <address type='pci' domain='0x0000' bus='0x06' slot='0x00' function='0x0'/>
          </hostdev>
          <hostdev mode='subsystem' type='pci' managed='no'>
            <source><address domain='0x0000' bus='0x05' slot='0x01' function='0x0'/></source>
            <address type='pci' domain='0x0000' bus='0x05' slot='0x0a' function='0x0'/>
          </hostdev>
          <hostdev mode='subsystem' type='mdev' model='vfio-pci'>
            <source><address uuid='%s'/></source>
          </hostdev>
          <hostdev mode='subsystem' type='usb'><source/></hostdev>
          <interface type='hostdev' managed='yes'>
            <source><address type='pci' domain='0' bus='6' slot='16' function='0'/></source>
          </interface>
        </devices>
        <qemu:commandline>
          <qemu:arg value='-device'/>
          <qemu:arg value='vfio-pci,host=02:00.0'/>
        </qemu:commandline>
      </domain>
      """
          .formatted(UUID);

  @Test
  void a_domain_of_libvirt_tells_devices_bridges_vIOMMU_and_who_binds() {
    DefinedPlan defined = read("desktop.xml", DOMAIN);

    AssignmentPlan plan = defined.plan();
    Guest guest = plan.guests().getFirst();
    assertEquals("desktop", guest.name().text());
    assertEquals(new Viommu.Present(Viommu.Model.INTEL, true), guest.viommu());
    assertEquals(List.of(new GuestBus("pci.5", GuestBus.Kind.PCIE_PCI_BRIDGE)), guest.buses());
    assertEquals(
        "[0000:01:00.0, 0000:05:01.0, " + UUID + ", 0000:06:10.0, 0000:02:00.0]", devices(guest));
    assertEquals(Optional.of("pci.5"), guest.devices().get(1).bus());
    assertEquals(Optional.of("a.0"), guest.devices().get(1).slot());
    assertEquals(Optional.empty(), guest.devices().get(0).bus());
    assertEquals("[0000:01:00.0, 0000:06:10.0]", plan.bindings().keySet().toString());
    assertEquals(
        Optional.of(Environment.ManagementLayer.LIBVIRT), plan.environment().managementLayer());
    assertEquals(
        List.of("desktop.xml:18: <hostdev> of type usb has no IOMMU group"), defined.unknown());
  }

  @Test
  void several_domains_are_several_guests() {
    DefinedPlan defined = read("all.xml", "<domains>" + DOMAIN + DOMAIN + "</domains>");

    assertEquals(
        List.of("desktop", "desktop-2"),
        defined.plan().guests().stream().map(guest -> guest.name().text()).toList());
  }

  @Test
  void xml_with_a_document_type_is_refused() {
    assertEquals(
        "evil.xml:1: found a document type, which is never read; expected libvirt XML",
        refusal(
            "evil.xml", "<!DOCTYPE domain [<!ENTITY a 'b'>]>\n<domain><name>x</name></domain>"));
  }

  @Test
  void devices_in_json_are_read_as_ps_prints_them_without_quotes_around() {
    DefinedPlan defined =
        read(
            "ps.txt",
            """
            libvirt+ 812 /usr/bin/qemu-system-x86_64 -name guest=two words,debug-threads=on -accel kvm \
              -device {"driver":"vfio-pci","host":"0000:02:00.0","id":"a \\" b"} -msg timestamp=on
            libvirt+ 813 /usr/bin/qemu-system-x86_64 -name guest=b -device {"driver":"vfio-pci","host":"0000:03:00.0"}
            """);

    assertEquals("[0000:02:00.0]", devices(defined.plan().guests().getFirst()));
    assertEquals("[0000:03:00.0]", devices(defined.plan().guests().getLast()));
  }

  @Test
  void a_script_that_starts_qemu_is_a_guest() {
    DefinedPlan defined =
        read(
            "start.sh",
            """
            #!/bin/sh
            # qemu-system-x86_64 -device vfio-pci,host=09:00.0
            exec qemu-system-x86_64 -name guest=games,debug-threads=on -accel kvm \\
              -device intel-iommu,caching-mode=on \\
              -device pcie-pci-bridge,id=b0 -object iommufd,id=iommufd0 \\
              -device 'vfio-pci,host=0000:01:00.0,addr=0x5' \\
              -device '{"driver":"vfio-pci","host":"0000:02:00.0","iommufd":"iommufd0"}' \\
              -device vfio-pci,sysfsdev=/sys/bus/mdev/devices/%s,bus=b0,addr=3 \\
              -device vfio-pci,host=06:10.0,vf-token=%s
            """
                .formatted(UUID, UUID));

    Guest guest = defined.plan().guests().getFirst();
    assertEquals(1, defined.plan().guests().size());
    assertEquals("games", guest.name().text());
    assertTrue(guest.kvm());
    assertEquals("[0000:01:00.0, 0000:02:00.0, " + UUID + ", 0000:06:10.0]", devices(guest));
    assertEquals(Optional.of("5.0"), guest.devices().get(0).slot());
    assertEquals(Optional.of("iommufd0"), guest.devices().get(1).iommufd());
    assertEquals(Optional.of("b0"), guest.devices().get(2).bus());
    assertEquals(Optional.of(UUID), guest.devices().get(3).vfToken());
    assertEquals(new Viommu.Present(Viommu.Model.INTEL, true), guest.viommu());
  }

  @Test
  void a_list_of_processes_tells_every_guest_that_runs() {
    DefinedPlan defined =
        read(
            "ps.txt",
            """
            USER   PID %CPU COMMAND
            root    11  0.0 /usr/bin/kvm -id 101 -name one -device vfio-pci,host=0000:01:00.0,id=hostpci0
            libvirt 12  0.0 /usr/bin/qemu-system-x86_64 -name guest=two -machine q35,accel=kvm -device vfio-pci,host=0000:02:00.0
            root    13  0.0 grep qemu
            """);

    assertEquals(
        List.of("one true [0000:01:00.0]", "two true [0000:02:00.0]"),
        defined.plan().guests().stream()
            .map(guest -> guest.name() + " " + guest.kvm() + " " + devices(guest))
            .toList());
  }

  @Test
  void a_configuration_of_proxmox_takes_all_functions_of_a_slot() {
    HostTopology host =
        new TestHost()
            .endpoint("0000:04:00.0", 12, "nouveau")
            .endpoint("0000:04:00.1", 12, "snd_hda_intel")
            .build();
    String conf =
        """
        # a comment
        machine: q35,viommu=virtio
        memory: 4096
        name: vm
        hostpci0: 04:00,pcie=1,x-vga=1
        hostpci1: host=0000:00:02.0,mdev=i915-GVTg_V5_4
        hostpci2: mapping=gpus,pcie=1

        [snap]
        hostpci0: 09:00.0
        """;

    DefinedPlan defined = read("qemu-server/101.conf", conf, Optional.of(host));

    Guest guest = defined.plan().guests().getFirst();
    String mdev = "00000001-0000-0000-0000-000000000101";
    assertEquals("vm", guest.name().text());
    assertEquals("[0000:04:00.0, 0000:04:00.1, " + mdev + "]", devices(guest));
    assertEquals(new Viommu.Present(Viommu.Model.VIRTIO, false), guest.viommu());
    assertEquals("i915-GVTg_V5_4", defined.plan().mdevs().getFirst().type());
    assertEquals("[0000:04:00.0, 0000:04:00.1]", defined.plan().bindings().keySet().toString());
    assertEquals(
        List.of(
            "qemu-server/101.conf:5: hostpci0: not taken over, as a plan has no word for it: x-vga",
            "qemu-server/101.conf:7: hostpci2 names a mapping of the cluster; expected addresses",
            "qemu-server/101.conf: vm: not taken over, as a plan has no word for it: memory"),
        defined.unknown());
    assertEquals(
        "qemu-server/101.conf:5: hostpci0 means all functions of 0000:04:00; without a capture"
            + " that has them only .0 was taken",
        read("qemu-server/101.conf", conf).unknown().get(1));
  }

  @Test
  void a_manifest_of_kubevirt_finds_devices_by_the_ids_of_their_resource() {
    String manifest =
        """
        apiVersion: kubevirt.io/v1
        kind: KubeVirt
        spec:
          configuration:
            permittedHostDevices:
              pciHostDevices:
                - pciVendorSelector: "8086:10D3"
                  resourceName: example.org/nic
        ---
        apiVersion: kubevirt.io/v1
        kind: VirtualMachine
        metadata: {name: vm}
        spec:
          template:
            spec:
              domain:
                devices:
                  hostDevices:
                    - {deviceName: example.org/nic, name: nic1}
                    - {deviceName: example.org/gpu, name: gpu1}
        """;

    DefinedPlan defined = read("vm.yaml", manifest);

    assertEquals("vm", defined.plan().guests().getFirst().name().text());
    assertEquals(
        List.of(
            "vm.yaml:19: the resource example.org/nic has the ids 8086:10D3; expected a capture to"
                + " find them in",
            "vm.yaml:20: the resource example.org/gpu is a name of the cluster; expected its ids or"
                + " its mdev type in permittedHostDevices of a KubeVirt object in the same file"),
        defined.unknown());
  }

  @Test
  void yaml_makes_no_objects_and_its_aliases_are_counted() {
    StringBuilder bomb = new StringBuilder("x: kubevirt.io/v1\na0: &a0 [1, 2]\n");
    for (int level = 1; level < 30; level++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
    }

    assertTrue(refusal("bomb.yaml", bomb.toString()).startsWith("bomb.yaml:"));
    assertEquals(
        "tag.yaml: found no virtual machine; expected one at least",
        refusal("tag.yaml", "a: !!javax.script.ScriptEngineManager [kubevirt.io/v1]\n"));
  }

  @Test
  void a_network_that_is_read_too_tells_which_functions_it_hands_out() {
    String network =
        """
        <network><name>pool</name><forward mode='hostdev'>
          <address type='pci' domain='0' bus='0x06' slot='0x10' function='0x0'/>
        </forward></network>
        """;
    String domain =
        """
        <domain><name>a</name><devices>
          <interface type='network'><source network='pool'/></interface>
          <interface type='network'><source network='pool'/></interface>
          <interface type='network'><source network='other'/></interface>
        </devices></domain>
        """;
    Source first = new Source("a.xml", domain);
    DefinedPlan defined = defined(List.of(first, new Source("n.xml", network)), Optional.empty());

    assertEquals("[0000:06:10.0]", devices(defined.plan().guests().getFirst()));
    assertEquals(
        List.of(
            "a.xml:3: <interface> of the network pool, of which no function is left that the"
                + " capture has",
            "a.xml:4: <interface> of the network other, which may hand out a VF when it starts;"
                + " expected the XML of that network too"),
        defined.unknown());
  }

  @Test
  void a_network_behind_a_pf_hands_out_the_vfs_that_the_capture_has() {
    ImportOutcome captured =
        new TopologyImporter(PciNames::none)
            .read(Path.of("..", "captures", "q35-sriov-k61", "capture.tar.gz"));
    HostTopology host = ((ImportOutcome.Imported) captured).result().host();
    String network =
        "<network><name>n</name><forward mode='hostdev'><pf dev='eth1'/></forward></network>";
    String domain =
        """
        <domain><name>a</name><devices>
          <interface type='network'><source network='n'/></interface>
        </devices></domain>
        """;
    List<Source> both = List.of(new Source("n.xml", network), new Source("a.xml", domain));

    assertEquals(
        "[0000:03:10.0]", devices(defined(both, Optional.of(host)).plan().guests().getFirst()));
  }

  @Test
  void an_mdev_of_kubevirt_is_found_by_the_name_of_its_type() {
    HostTopology host = new TestHost().mdevOfType(UUID, "0000:01:00.0", "nvidia-63").build();
    String manifest =
        """
        apiVersion: kubevirt.io/v1
        kind: KubeVirt
        spec: {configuration: {permittedHostDevices: {mediatedDevices: [{mdevNameSelector: nvidia-63, resourceName: nv/t}]}}}
        ---
        apiVersion: kubevirt.io/v1
        kind: VirtualMachine
        metadata: {name: vm}
        spec:
          template: {spec: {domain: {cpu: {cores: 2}, devices: {
            gpus: [{deviceName: nv/t}, {deviceName: nv/t}], disks: [],
            interfaces: [{name: fast, sriov: {}}]}}}}
        """;

    DefinedPlan defined = read("vm.yaml", manifest, Optional.of(host));

    assertEquals("[" + UUID + "]", devices(defined.plan().guests().getFirst()));
    assertTrue(defined.plan().bindings().isEmpty());
    assertEquals(
        List.of(
            "vm.yaml:10: the capture has no free one of the mdevs of the type nvidia-63 of nv/t;"
                + " create one first",
            "vm.yaml:11: the interface fast takes a VF of a network of the cluster, which decides"
                + " when the guest starts",
            "vm.yaml:9: vm: not taken over, as a plan has no word for it: cpu, disks, interfaces"),
        defined.unknown());
  }

  @Test
  void what_a_plan_has_no_word_for_is_named() {
    String domain =
        """
        <domain type='kvm'><name>a</name><memory>4</memory><devices>
          <disk/><disk/><graphics/>
          <hostdev type='pci'><source><address bus='1' slot='0'/></source><rom bar='off'/><boot order='1'/></hostdev>
        </devices></domain>
        """;
    assertEquals(
        List.of(
            "a.xml:3: 0000:01:00.0: not taken over, as a plan has no word for it: rom, boot",
            "a.xml:1: a: not taken over, as a plan has no word for it: memory, disk ×2, graphics"),
        read("a.xml", domain).unknown());
    assertEquals(
        List.of(
            "a.sh:1: 0000:01:00.0: not taken over, as a plan has no word for it: x-vga, romfile",
            "a.sh:1: a: not taken over, as a plan has no word for it: -m, -device virtio-net-pci"),
        read(
                "a.sh",
                "qemu-system-x86_64 -name a -m 4G -device virtio-net-pci"
                    + " -device vfio-pci,host=01:00.0,x-vga=on,romfile=x.rom\n")
            .unknown());
  }

  @Test
  void what_defines_no_machine_is_refused_with_what_was_expected() {
    assertEquals(
        "notes.txt holds a definition of no known form; tried libvirt domain XML, libvirt network"
            + " XML, KubeVirt manifest, Proxmox qemu-server configuration, Proxmox PCI mappings,"
            + " driverctl and mdevctl commands, QEMU command line; libvirt"
            + " domain XML came farthest, to line 1, where it expected <domain> with a <name> and"
            + " found \"hello\"",
        refusal("notes.txt", "hello"));
  }

  private static DefinedPlan read(String name, String text) {
    return read(name, text, Optional.empty());
  }

  private static DefinedPlan read(String name, String text, Optional<HostTopology> host) {
    return defined(List.of(new Source(name, text)), host);
  }

  private static DefinedPlan defined(List<Source> sources, Optional<HostTopology> host) {
    return switch (Definitions.read(sources, host)) {
      case Definitions.Reading.Defined(DefinedPlan defined) -> defined;
      case Definitions.Reading.Refused(String sentence) -> throw new AssertionError(sentence);
    };
  }

  private static String refusal(String name, String text) {
    return switch (Definitions.read(List.of(new Source(name, text)), Optional.empty())) {
      case Definitions.Reading.Refused(String sentence) -> sentence;
      case Definitions.Reading.Defined defined -> throw new AssertionError(defined.toString());
    };
  }

  private static String devices(Guest guest) {
    return guest.devices().stream()
        .map(GuestDevice::device)
        .map(DeviceRef::text)
        .toList()
        .toString();
  }
}
