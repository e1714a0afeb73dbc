package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.iommuscope.model.topology.CapturedFolder;
import org.iommuscope.model.topology.CapturedText;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.api.Test;

/** Every fact can be looked up where it was captured. */
class FactSourcesTest {

  private static final Path DESKTOP =
      Path.of("..", "captures", "q35-desktop-k61", "capture.tar.gz");

  private final HostTopology host = Imports.of(DESKTOP).host();

  @Test
  void a_function_has_its_folder_and_what_its_files_say() {
    CapturedFolder folder = folder("0000:04:00.1");
    assertEquals("sys/devices/pci0000:00/0000:00:03.0/0000:04:00.1", folder.path());
    assertEquals(Optional.of("0x8086"), folder.text("vendor"));
    assertEquals(Optional.of("(null)"), folder.text("driver_override"));
    assertEquals(Optional.of("256 bytes"), folder.text("config"));
    assertEquals(Optional.of("-1"), folder.text("numa_node"));
    assertEquals(Optional.of("D0"), folder.text("power_state"));
  }

  @Test
  void a_link_says_where_it_leads() {
    assertEquals(
        Optional.of("../../../../kernel/iommu_groups/11"),
        folder("0000:04:00.1").text("iommu_group"));
  }

  @Test
  void only_a_function_of_pci_express_has_a_link_speed() {
    assertEquals(Optional.of("2.5 GT/s PCIe"), folder("0000:04:00.0").text("current_link_speed"));
    assertEquals(Optional.empty(), folder("0000:04:00.1").text("current_link_speed"));
  }

  @Test
  void a_group_has_its_lines_as_they_stand() {
    CapturedFolder group = host.sources().of(new GroupId(7)).orElseThrow();
    assertEquals("sys/kernel/iommu_groups/7", group.path());
    assertTrue(group.text("reserved_regions").orElseThrow().contains("\n"));
  }

  @Test
  void equal_texts_of_two_functions_are_kept_once() {
    assertSame(vendorOf("0000:00:02.0"), vendorOf("0000:00:02.1"));
  }

  private CapturedText vendorOf(String device) {
    return folder(device).texts().stream()
        .filter(text -> text.name().equals("vendor"))
        .findFirst()
        .orElseThrow();
  }

  private CapturedFolder folder(String device) {
    return host.sources().of(DeviceRef.parse(device)).orElseThrow();
  }
}
