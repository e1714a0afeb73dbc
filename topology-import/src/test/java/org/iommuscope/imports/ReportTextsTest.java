package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Support archives, in the forms of sos and of Unraid's diagnostics. */
class ReportTextsTest {

  private static final String TOP = "sosreport-host1-2026-11-22-abcdef";
  private static final String NIC = "0000:01:00.0";

  private static final String LISTING =
      """
      /sys/kernel/iommu_groups/9/devices:
      total 0
      drwxr-xr-x. 2 root root system_u:object_r:sysfs_t:s0 0 Nov 22 10:00 .
      lrwxrwxrwx. 1 root root system_u:object_r:sysfs_t:s0 0 Nov 22 10:00 0000:01:00.0 -> ../../../../devices/pci0000:00/0000:00:02.0/0000:01:00.0
      """;

  private static final String NODE_DEVICE =
      """
      <device>
        <name>pci_0000_01_00_0</name>
        <driver><name>e1000e</name></driver>
        <capability type='pci'>
          <domain>0</domain><bus>1</bus><slot>0</slot><function>0</function>
          <product id='0x10d3'/><vendor id='0x8086'/>
          <iommuGroup number='9'/>
        </capability>
      </device>
      """;

  @TempDir Path folder;

  @Test
  void a_report_of_sos_tells_groups_wherever_they_hide() throws IOException {
    file("sos_commands/insights/ls_-alZR_.sys.kernel", LISTING);
    file("sos_commands/virsh/virsh_-r_nodedev-dumpxml_pci_0000_01_00_0", NODE_DEVICE);
    file("proc/version", "Linux version 6.1.0-50-amd64 (host1)\n");
    file("etc/passwd", "secret");

    ImportResult result = Imports.of(folder.resolve(TOP));

    HostDevice nic = result.host().device(DeviceRef.parse(NIC)).orElseThrow();
    assertEquals(9, nic.group().known().orElseThrow().number());
    assertEquals(Reading.of("e1000e"), nic.driver());
    assertEquals(Reading.of("6.1.0-50-amd64"), result.host().kernel().release());
  }

  @Test
  void the_listing_alone_tells_groups_too() throws IOException {
    file("sos_commands/insights/ls_-alZR_.sys.kernel", LISTING);

    ImportResult result = Imports.of(folder.resolve(TOP));

    assertEquals(
        9,
        result
            .host()
            .device(DeviceRef.parse(NIC))
            .orElseThrow()
            .group()
            .known()
            .orElseThrow()
            .number());
  }

  @Test
  void a_contradiction_between_two_files_of_a_report_names_both() throws IOException {
    file("sos_commands/insights/ls_-alZR_.sys.kernel", LISTING);
    file(
        "sos_commands/virsh/virsh_-r_nodedev-dumpxml_pci_0000_01_00_0",
        NODE_DEVICE.replace("number='9'", "number='4'"));

    ImportResult result = Imports.of(folder.resolve(TOP));

    assertTrue(
        Imports.notesOf(result).stream()
            .anyMatch(note ->
                note.startsWith("CONTRADICTION sos_commands/virsh/")
                    && note.contains("4 here, 9 at sos_commands/insights/ls_-alZR_.sys.kernel:4")),
        Imports.notesOf(result).toString());
  }

  @Test
  void the_diagnostics_of_unraid_are_a_zip_with_a_listing() throws IOException {
    Path zip = folder.resolve("tower-diagnostics-20261122-1000.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("tower-diagnostics-20261122-1000/system/iommu_groups.txt"));
      entries.write(
          "/sys/kernel/iommu_groups/9/devices/0000:01:00.0\r\n".getBytes(StandardCharsets.UTF_8));
      entries.closeEntry();
    }

    ImportResult result = Imports.of(zip);

    assertEquals(1, result.host().groups().size());
    assertEquals("link listing", result.provenance().kind());
  }

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(TOP).resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
