package org.iommuscope.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

class DeviceCopiesTest {

  private static final String UUID = "83b8f4f2-509f-382f-3c1e-e6bfe0fa1001";

  private final TestHost host =
      new TestHost()
          .endpoint("0001:06:0d.3", 4, "e1000e")
          .bridge("0000:00:02.0", 2, "pcieport")
          .mdev(UUID, 20, "vfio_mdev", "0001:06:0d.3")
          .platform("fd8c0000.dma", 9, "-");

  @Test
  void tells_libvirt_and_qemu_of_a_function() {
    Map<String, String> copies = copies("0001:06:0d.3");
    assertEquals("/sys/bus/pci/devices/0001:06:0d.3", copies.get("sysfs path"));
    assertEquals("-device vfio-pci,host=0001:06:0d.3", copies.get("QEMU argument"));
    assertEquals(
        "-object iommufd,id=iommufd0 -device vfio-pci,host=0001:06:0d.3,iommufd=iommufd0",
        copies.get("QEMU argument with iommufd"));
    assertEquals(
        """
        <hostdev mode='subsystem' type='pci' managed='yes'>
          <source>
            <address domain='0x0001' bus='0x06' slot='0x0d' function='0x3'/>
          </source>
        </hostdev>
        """,
        copies.get("libvirt XML"));
  }

  @Test
  void tells_libvirt_and_qemu_of_an_mdev() {
    Map<String, String> copies = copies(UUID);
    assertEquals(UUID, copies.get("UUID"));
    assertEquals(
        "-device vfio-pci,sysfsdev=/sys/bus/mdev/devices/" + UUID, copies.get("QEMU argument"));
    assertEquals(
        """
        <hostdev mode='subsystem' type='mdev' managed='no' model='vfio-pci'>
          <source>
            <address uuid='83b8f4f2-509f-382f-3c1e-e6bfe0fa1001'/>
          </source>
        </hostdev>
        """,
        copies.get("libvirt XML"));
  }

  @Test
  void a_bridge_is_never_given_to_a_guest() {
    assertEquals(List.of("address", "sysfs path"), labels("0000:00:02.0"));
  }

  @Test
  void a_platform_device_has_its_name_alone() {
    assertEquals(List.of("name"), labels("fd8c0000.dma"));
  }

  private List<String> labels(String device) {
    return all(device).stream().map(DeviceCopy::label).toList();
  }

  private Map<String, String> copies(String device) {
    return all(device).stream().collect(Collectors.toMap(DeviceCopy::label, DeviceCopy::text));
  }

  private List<DeviceCopy> all(String device) {
    return DeviceCopies.of(host.build(), DeviceRef.parse(device));
  }
}
