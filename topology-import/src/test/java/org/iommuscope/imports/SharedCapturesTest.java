package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.testing.SharedMaterial;
import org.junit.jupiter.api.Test;

/** The captured machines beside the project, against the table that describes them. */
class SharedCapturesTest {

  @Test
  void counts_what_the_table_of_captures_says() throws IOException {
    Path folder = SharedMaterial.at("captures");
    List<Row> rows =
        Files.readAllLines(folder.resolve("README.md")).stream()
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .filter(cells -> cells.size() == 9 && !cells.get(2).isEmpty())
            .filter(cells -> Files.exists(folder.resolve(cells.get(1) + ".tar.gz")))
            .map(cells -> new Row(cells.get(1), cells.subList(2, 7)))
            .toList();
    assertFalse(rows.isEmpty(), "the table has no rows that are understood");
    for (Row row : rows) {
      ImportResult result = Imports.of(folder.resolve(row.name() + ".tar.gz"));
      assertEquals(row.counts(), countsIn(result.host()), row.name());
    }
  }

  /** A line of the table: functions, groups, largest group, mdevs and functions without group. */
  private record Row(String name, List<String> counts) {}

  private static List<String> countsIn(HostTopology host) {
    long functions = count(host, PciFunction.class);
    long mdevs = count(host, MediatedDevice.class);
    int largest =
        host.groups().values().stream().mapToInt(group -> group.members().size()).max().orElse(0);
    long without =
        host.devices().values().stream().filter(device -> device.group().known().isEmpty()).count();
    return List.of(
        "" + functions, "" + host.groups().size(), "" + largest, orEmpty(mdevs), orEmpty(without));
  }

  private static long count(HostTopology host, Class<? extends HostDevice> kind) {
    return host.devices().values().stream().filter(kind::isInstance).count();
  }

  private static String orEmpty(long count) {
    return count == 0 ? "" : Long.toString(count);
  }
}
