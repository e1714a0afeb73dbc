package org.iommuscope.imports;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.SampleTexts;

/** A sample of each form that docs/formats.md has a row for, from the captured machines. */
final class FormatSamples {

  private static final Path CAPTURES = Path.of("..", "captures");

  private static final String USB =
      "Bus 001 Device 002: ID 0d8c:0017 C-Media Electronics, Inc. Audio Device\n";

  private FormatSamples() {}

  /** The samples by the titles of their rows, in the order of the table. */
  static Map<String, String> all() {
    HostTopology vfs = host("q35-sriov-k61");
    HostTopology desktop = host("q35-desktop-k61");
    Map<String, String> samples = new LinkedHashMap<>();
    samples.put("find of links", SampleTexts.links(desktop));
    samples.put("ls -lR with targets, grep of the groups' files", listing());
    samples.put("grep of attributes", SampleTexts.attributes(vfs) + attributes());
    samples.put(
        "group one-liners", SampleTexts.oneLiners(desktop) + "Group 6 - 05:04.0 USB " + USB);
    samples.put(
        "group blocks", SampleTexts.blocks(desktop) + "IOMMU Group 6:\n\t05:04.0\n\t\t" + USB);
    samples.put(
        "group blocks with reset marks",
        SampleTexts.marked(desktop)
            + "USB:\t\t[1d6b:0001]\t\t Bus 001 Device 001    Linux Foundation 1.1 root hub\n");
    samples.put("lspci -nn", own("q35-desktop-k61", "lspci-nn.txt"));
    samples.put("lspci -nnk", own("q35-desktop-k61", "lspci-nnk.txt"));
    samples.put("lspci -nnvvv", own("q35-sriov-k61", "lspci-nnvvv.txt"));
    samples.put("lspci -xxxx", SampleTexts.hex(vfs));
    samples.put("lspci -vmmk", "Slot:\t00:1f.7\nNUMANode:\t0\n\n" + SampleTexts.machine(desktop));
    samples.put("lspci -t", own("q35-desktop-k61", "lspci-tree.txt"));
    samples.put("kernel log", SampleTexts.log(desktop) + identityMap());
    samples.putAll(StructuredSamples.all());
    return samples;
  }

  private static HostTopology host(String machine) {
    return Imports.of(CAPTURES.resolve(machine).resolve("capture.tar.gz")).host();
  }

  private static String own(String machine, String text) {
    return CapturedText.in(CAPTURES.resolve(machine).resolve("capture.tar.gz"), text)
        .orElseThrow(() -> new AssertionError(machine + " has no " + text));
  }

  private static String listing() {
    return """
    /sys/kernel/iommu_groups/6/devices:
    total 0
    drwxr-xr-x. 2 root root system_u:object_r:sysfs_t:s0 0 Nov 22 10:00 .
    lrwxrwxrwx. 1 root root system_u:object_r:sysfs_t:s0 0 Nov 22 10:00 0000:00:04.0 -> ../../../../devices/pci0000:00/0000:00:04.0
    lrwxrwxrwx. 1 root root system_u:object_r:sysfs_t:s0 0 Nov 22 10:00 0000:05:01.0 -> ../../../../devices/pci0000:00/0000:00:04.0/0000:05:01.0

    /sys/kernel/iommu_groups/7/type:DMA
    /sys/kernel/iommu_groups/7/reserved_regions:0x0000000000000000 0x0000000000ffffff direct-relaxable
    /sys/kernel/iommu_groups/7/reserved_regions:0x00000000fee00000 0x00000000feefffff msi
    """;
  }

  private static String attributes() {
    return """
    /sys/bus/pci/devices/0000:01:00.0/class:0x020000
    /sys/bus/pci/devices/0000:01:00.0/numa_node:0
    /sys/bus/pci/devices/0000:01:00.0/sriov_totalvfs:7
    /sys/bus/pci/devices/0000:01:00.0/sriov_numvfs:2
    """;
  }

  private static String identityMap() {
    return "[    0.9] DMAR: Setting identity map for device 0000:00:1f.0 [0x0 - 0xffffff]\n";
  }
}
