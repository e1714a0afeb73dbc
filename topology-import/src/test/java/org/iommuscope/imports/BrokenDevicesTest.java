package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One broken device costs that device alone, and a note says what was found and expected. */
class BrokenDevicesTest {

  private static final String SOUND = "0000:00:01.0";
  private static final String BROKEN = "0000:00:02.0";
  private static final String FOLDER = "sys/devices/pci0000:00/" + BROKEN;

  @TempDir Path root;
  private CaptureTree tree;

  @BeforeEach
  void begin() {
    tree = new CaptureTree(root).function(SOUND).function(BROKEN).group(0, SOUND, BROKEN);
  }

  @Test
  void a_folder_named_vendor() {
    // "vendor" is written by the tree as a file, so another attribute stands in for it
    tree.folder(FOLDER + "/subsystem_vendor");
    assertOneNote("MALFORMED " + FOLDER + "/subsystem_vendor: found a folder", read());
  }

  @Test
  void binary_garbage_in_a_number() {
    tree.file(FOLDER + "/vendor", new byte[] {(byte) 0xff, 0, 27, '[', '2', 'J'});
    ImportResult result = read();
    assertOneNote(
        "MALFORMED " + FOLDER + "/vendor: found \"\\xfffd\\x00\\x1b[2J\"; expected 0x", result);
    assertTrue(broken(result).ids().vendor().isUnread());
    assertEquals(Reading.of(0x10d3), broken(result).ids().device());
  }

  @Test
  void a_number_out_of_range() {
    tree.file(FOLDER + "/numa_node", "99999999999999999999");
    tree.file(FOLDER + "/sriov_totalvfs", "-3");
    ImportResult result = read();
    assertEquals(2, result.notes().size(), result.notes()::toString);
    assertTrue(broken(result).placement().numaNode().isUnread());
    assertTrue(broken(result).sriov().totalVfs().isUnread());
  }

  @Test
  void config_space_of_a_length_that_no_kernel_gives() {
    tree.file(FOLDER + "/config", new byte[10]);
    ImportResult result = read();
    assertOneNote("MALFORMED " + FOLDER + "/config: found \"10 bytes\"", result);
    assertTrue(broken(result).config().isUnread());
  }

  @Test
  void an_attribute_without_end() {
    tree.file(FOLDER + "/vendor", new byte[1 << 20]);
    assertOneNote("UNREADABLE " + FOLDER + "/vendor: it was not read: it is longer than", read());
  }

  @Test
  void resources_that_end_before_they_begin() {
    tree.file(FOLDER + "/resource", "0x10 0x0 0x200");
    assertOneNote("MALFORMED " + FOLDER + "/resource", read());
  }

  @Test
  void a_group_number_that_is_none() {
    tree.file("sys/kernel/iommu_groups/99999999999/type", "DMA");
    assertOneNote("MALFORMED sys/kernel/iommu_groups/99999999999: found \"99999999999\"", read());
  }

  @Test
  void a_name_on_the_bus_that_is_no_address() {
    tree.link("sys/bus/pci/devices/0000:00:ff.0", "../../../devices/pci0000:00/" + BROKEN);
    assertOneNote("MALFORMED sys/bus/pci/devices/0000:00:ff.0", read());
  }

  @Test
  void two_folders_of_one_address() {
    tree.file("sys/devices/pci0000:00/" + SOUND + "/" + BROKEN + "/vendor", "0x1234");
    ImportResult result = read();
    assertOneNote("CONTRADICTION sys/devices/pci0000:00/" + SOUND + "/" + BROKEN, result);
    assertEquals(Reading.of(0x8086), broken(result).ids().vendor());
  }

  @Test
  void two_spellings_of_one_address() {
    tree.function("0000:00:0a.0");
    tree.link("sys/bus/pci/devices/0000:00:0A.0", "../../../devices/pci0000:00/0000:00:0a.0");
    assertOneNote("CONTRADICTION sys/bus/pci/devices/", read());
  }

  @Test
  void a_member_without_device() {
    tree.link(
        "sys/kernel/iommu_groups/0/devices/0000:00:03.0",
        "../../../../devices/pci0000:00/0000:00:03.0");
    ImportResult result = read();
    assertOneNote("MISSING sys/kernel/iommu_groups/0/devices/0000:00:03.0", result);
    assertEquals(3, Imports.group(result.host(), 0).members().size());
    PciFunction function =
        assertInstanceOf(
            PciFunction.class, result.host().devices().get(DeviceRef.parse("0000:00:03.0")));
    assertEquals(Reading.of(new GroupId(0)), function.group());
    assertTrue(function.driver().isUnread());
  }

  @Test
  void a_device_whose_group_is_not_there() {
    tree.function("0000:00:03.0");
    tree.link("sys/devices/pci0000:00/0000:00:03.0/iommu_group", "../../../kernel/iommu_groups/9");
    ImportResult result = read();
    assertOneNote("MISSING sys/devices/pci0000:00/0000:00:03.0/iommu_group: the link", result);
    assertEquals(1, Imports.group(result.host(), 9).members().size());
  }

  @Test
  void a_device_that_two_groups_claim() {
    tree.link(
        "sys/kernel/iommu_groups/5/devices/" + BROKEN, "../../../../devices/pci0000:00/" + BROKEN);
    ImportResult result = read();
    assertOneNote("CONTRADICTION sys/kernel/iommu_groups/5/devices", result);
    assertEquals(Reading.of(new GroupId(0)), broken(result).group());
  }

  @Test
  void a_loop_of_links() {
    tree.link("sys/bus/pci/devices/0000:00:04.0", "0000:00:05.0");
    tree.link("sys/bus/pci/devices/0000:00:05.0", "0000:00:04.0");
    ImportResult result = read();
    assertEquals(2, result.notes().size(), result.notes()::toString);
    assertEquals(4, result.host().devices().size());
  }

  @Test
  void functions_that_are_above_each_other() {
    tree.link("sys/bus/pci/devices/0000:01:00.0", "../x/0000:02:00.0/0000:01:00.0");
    tree.link("sys/bus/pci/devices/0000:02:00.0", "../x/0000:01:00.0/0000:02:00.0");
    List<String> notes = Imports.notesOf(read());
    assertEquals(3, notes.size(), notes::toString);
    assertTrue(notes.getLast().contains("it is above itself"), notes::toString);
  }

  @Test
  void a_broken_reserved_region_costs_its_line() {
    tree.file(
        "sys/kernel/iommu_groups/0/reserved_regions",
        "0xfee00000 0xfeefffff msi\nnonsense\n".getBytes(StandardCharsets.UTF_8));
    ImportResult result = read();
    assertEquals(2, result.notes().getFirst().line().orElseThrow());
    assertEquals(1, Imports.group(result.host(), 0).reservedRegions().known().orElseThrow().size());
  }

  private ImportResult read() {
    ImportResult result = tree.read();
    PciFunction sound =
        assertInstanceOf(PciFunction.class, result.host().devices().get(DeviceRef.parse(SOUND)));
    assertEquals(Reading.of(0x8086), sound.ids().vendor());
    return result;
  }

  private static PciFunction broken(ImportResult result) {
    return assertInstanceOf(
        PciFunction.class, result.host().devices().get(DeviceRef.parse(BROKEN)));
  }

  private static void assertOneNote(String beginning, ImportResult result) {
    List<String> notes = Imports.notesOf(result);
    assertEquals(1, notes.size(), notes::toString);
    assertTrue(notes.getFirst().startsWith(beginning), notes::toString);
  }
}
