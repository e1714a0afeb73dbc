package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {

  private static final String ADDRESS = "0000:00:01.0";
  private static final String FOLDER = "sys/devices/pci0000:00/" + ADDRESS;

  @TempDir Path root;

  @Test
  void the_second_capture_tells_what_the_first_does_not() {
    CaptureTree first = new CaptureTree(root.resolve("first")).file(FOLDER + "/vendor", "0x8086");
    CaptureTree second =
        new CaptureTree(root.resolve("second"))
            .function(ADDRESS)
            .group(4, ADDRESS)
            .function("0000:00:02.0");
    ImportResult result = merged(first, second);
    assertEquals(Reading.of(new GroupId(4)), device(result).group());
    assertEquals(2, result.host().devices().size());
  }

  @Test
  void the_first_counts_where_they_differ_and_a_note_says_so() {
    CaptureTree first =
        new CaptureTree(root.resolve("first"))
            .function(ADDRESS)
            .link(FOLDER + "/driver", "../../../bus/pci/drivers/nvme");
    CaptureTree second =
        new CaptureTree(root.resolve("second"))
            .function(ADDRESS)
            .link(FOLDER + "/driver", "../../../bus/pci/drivers/vfio-pci");
    ImportResult result = merged(first, second);
    assertEquals(Reading.of("nvme"), device(result).driver());
    assertTrue(
        Imports.notesOf(result).stream()
            .anyMatch(note -> note.contains("driver of 0000:00:01.0: vfio-pci here, nvme at ")));
  }

  private static HostDevice device(ImportResult result) {
    return result.host().device(DeviceRef.parse(ADDRESS)).orElseThrow();
  }

  private static ImportResult merged(CaptureTree first, CaptureTree second) {
    ImportOutcome outcome =
        new TopologyImporter(PciNames::none)
            .read(
                List.of(new CaptureSource.At(first.root()), new CaptureSource.At(second.root())),
                ImportProgress.unwatched());
    return ((ImportOutcome.Imported) outcome).result();
  }
}
