package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.definitions.DefinedPlan;
import org.iommuscope.imports.definitions.Definitions;
import org.iommuscope.imports.definitions.Source;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.junit.jupiter.api.Test;

/** What long runs of the fuzzer have found, in the fewest words that still show it. */
class FoundByFuzzingTest {

  @Test
  void an_mdev_parent_without_name_is_none() {
    assertRefused("{\" \":[{\"mtty-1\":{\"available_instances\":1}}]}");
  }

  @Test
  void a_blank_that_looks_like_a_name_is_none() {
    assertRefused("a0000000-0000-4000-8000-000000000001 \u1680 mtty-1\n");
  }

  @Test
  void a_record_of_umockdev_without_a_path_is_none() {
    assertRefused("P: /devices/pci0000:00\nE: SUBSYSTEM=pci\nP: \nE: SUBSYSTEM=pci\n");
  }

  @Test
  void a_number_that_libvirt_would_not_read_is_none() {
    assertUnknown(
        "a PCI device without a whole address",
        "<domain><name>a</name><devices><hostdev type='pci'><source>"
            + "<address bus='08' slot='0'/></source></hostdev></devices></domain>");
  }

  @Test
  void a_device_of_proxmox_without_a_number_is_not_taken_over() {
    assertUnknown("hostpci", "hostpci: 0000:00:02.0,mdev=i915\nhostpci1: 01:00.0\n");
  }

  @Test
  void a_device_of_qemu_without_a_name_is_said() {
    assertUnknown("without host= or sysfsdev=", "qemu-system-x86_64 -device vfio-pci,sysfsdev=\n");
  }

  private static void assertUnknown(String said, String definition) {
    Definitions.Reading reading =
        Definitions.read(List.of(new Source("a", definition)), Optional.empty());
    assertTrue(
        reading instanceof Definitions.Reading.Defined(DefinedPlan defined)
            && defined.unknown().toString().contains(said),
        reading.toString());
  }

  private static void assertRefused(String text) {
    ImportOutcome outcome = read(text);
    assertTrue(outcome instanceof ImportOutcome.Refused, outcome.toString());
  }

  private static ImportOutcome read(String text) {
    return new TopologyImporter(PciNames::none)
        .read(new CaptureSource.Pasted("text", text), ImportProgress.unwatched());
  }
}
