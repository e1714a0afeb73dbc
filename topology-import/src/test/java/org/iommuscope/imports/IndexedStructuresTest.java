package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.testing.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The structured dumps beside the project, against their index. */
class IndexedStructuresTest {

  /**
   * Groups, PCI functions, other devices and mdevs. The index has other numbers of devices for
   * recordings and archives without groups, for the node devices of the test driver, and for the
   * mdevs of which two have one UUID; {@link #counts_what_a_search_counts} proves ours. What the
   * index has counted there is not known. Two node devices of the test driver have function numbers
   * above 7, which no PCI function has, and are left out.
   */
  @ParameterizedTest
  @CsvSource({
    "umockdev/harvester__vgpu-node.umockdev, 109, 226, 0, 3",
    "umockdev/harvester__all.umockdev, 0, 208, 0, 0",
    "ghw/harvester__linux-amd64-e147d239df014921c6cbb49fbc3d6c41.tar.gz, 0, 225, 0, 0",
    "hwloc/hwloc__2pa-pcidomain32bits.tar.bz2, 0, 9, 0, 0",
    "hwloc/hwloc__32intel64-2p8co2t_8ve.tar.bz2, 0, 29, 0, 0",
    "hwloc/hwloc__40intel64-4n10c_pci-conflicts.tar.bz2, 0, 3, 0, 0",
    "nodedev-xml/posts__nodedev-dumpxml-82599-VF.xml, 1, 1, 0, 0",
    "nodedev-xml/libvirt__ap_matrix_mdev_types.xml, 0, 0, 1, 0",
    "nodedev-xml/libvirt__css_0_0_fffe_mdev_types.xml, 0, 0, 1, 0",
    "nodedev-xml/virt-manager__testdriver.xml, 5, 35, 2, 4",
    "mdevctl/mdevctl__testdata-types-full.text, 0, 2, 1, 0",
    "mdevctl/mdevctl__testdata-list-defined-verbose.text, 0, 0, 0, 2",
    "json/lf-edge__eve__json-docs_HARDWARE-MODEL.md-061528.txt, 2, 3, 0, 0"
  })
  void finds_every_group_and_device(String file, int groups, int functions, int others, int mdevs) {
    HostTopology host = Imports.of(SharedMaterial.at("dumps").resolve(file)).host();

    assertEquals(
        List.of(groups, functions, others, mdevs),
        List.of(
            host.groups().size(),
            count(host, PciFunction.class),
            count(host, OtherDevice.class),
            count(host, MediatedDevice.class)));
  }

  /** Without a reader: how often the words stand there by which each form lists its functions. */
  @ParameterizedTest
  @CsvSource({
    "umockdev/harvester__vgpu-node.umockdev, 226",
    "umockdev/harvester__all.umockdev, 208",
    "ghw/harvester__linux-amd64-e147d239df014921c6cbb49fbc3d6c41.tar.gz, 225",
    "hwloc/hwloc__2pa-pcidomain32bits.tar.bz2, 9",
    "hwloc/hwloc__32intel64-2p8co2t_8ve.tar.bz2, 29",
    "hwloc/hwloc__40intel64-4n10c_pci-conflicts.tar.bz2, 3",
    "nodedev-xml/virt-manager__testdriver.xml, 35"
  })
  void counts_what_a_search_counts(String file, int functions) throws IOException {
    Path dump = SharedMaterial.at("dumps").resolve(file);
    assertEquals(functions, SearchedFunctions.in(dump).size());
    HostTopology host = Imports.of(dump).host();
    assertEquals(functions, count(host, PciFunction.class));
    assertEquals(SearchedFunctions.hasGroups(dump), !host.groups().isEmpty());
  }

  /** The table beside the recording was derived from it by others. */
  @Test
  void reads_of_a_recording_what_the_table_derived_from_it_says() throws IOException {
    Path dumps = SharedMaterial.at("dumps");
    HostTopology host = Imports.of(dumps.resolve("umockdev/harvester__vgpu-node.umockdev")).host();
    List<String> lines =
        Files.readAllLines(dumps.resolve("table/harvester__vgpu-node.devices.tsv"));

    List<String> wrong = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      DeviceRef ref = DeviceRef.parse(cells[0].substring(cells[0].lastIndexOf('/') + 1));
      String found = host.device(ref).map(IndexedStructuresTest::row).orElse("nothing");
      String expected = String.join(" ", List.of(cells).subList(1, 8)).replace("../", "");
      if (!found.equals(expected)) {
        wrong.add(ref + ": " + found + ", expected " + expected);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(lines.size() - 1, host.devices().size());
  }

  /** Group, driver, class, vendor, device, PF and mdev type. */
  private static String row(HostDevice device) {
    String group = device.group().known().map(Object::toString).orElse("");
    String driver = device.driver().known().orElse("");
    return switch (device) {
      case PciFunction it ->
          String.join(
              " ",
              group,
              driver,
              hex(it.ids().classCode().known(), 6),
              hex(it.ids().vendor().known(), 4),
              hex(it.ids().device().known(), 4),
              it.sriov().physfn().known().map(DeviceRef::text).orElse(""),
              "");
      case MediatedDevice it ->
          String.join(" ", group, driver, "", "", "", "", it.type().known().orElse(""));
      case OtherDevice it -> group + " " + driver;
    };
  }

  private static String hex(Optional<Integer> number, int digits) {
    return number.map(value -> ("0x%0" + digits + "x").formatted(value)).orElse("");
  }

  private static int count(HostTopology host, Class<? extends HostDevice> kind) {
    return (int) host.devices().values().stream().filter(kind::isInstance).count();
  }
}
