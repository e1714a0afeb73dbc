package org.iommuscope.testing.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.testing.InstalledProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntheticHostTest {
  private static final HostSize SMALL = new HostSize(200, 80, 50, 5, 7);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"2, 0, 1, 0", "17, 5, 17, 0", "200, 80, 50, 5", "4128, 2048, 1024, 64"})
  void has_as_many_of_each_as_asked(int functions, int virtual, int groups, int mdevs) {
    List<SyntheticFunction> placed =
        FunctionPlacement.of(new HostSize(functions, virtual, groups, mdevs, 1));
    assertEquals(functions, placed.size());
    assertEquals(functions, placed.stream().map(SyntheticFunction::address).distinct().count());
    assertEquals(virtual, placed.stream().filter(f -> f.physicalFunction().isPresent()).count());
  }

  @Test
  void every_link_leads_somewhere() throws IOException {
    new SyntheticHost(SMALL).writeTo(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> dangling =
          files
              .filter(Files::isSymbolicLink)
              .filter(link -> !Files.exists(link))
              .filter(link -> !link.toString().contains("nvidia-vgpu-vfio"))
              .toList();
      assertEquals(List.of(), dangling);
    }
  }

  @Test
  void writes_the_groups_and_mdevs() throws IOException {
    new SyntheticHost(SMALL).writeTo(folder);
    assertEquals(55, count(folder.resolve("sys/kernel/iommu_groups")));
    assertEquals(5, count(folder.resolve("sys/bus/mdev/devices")));
    assertEquals(200, count(folder.resolve("sys/bus/pci/devices")));
  }

  @Test
  void the_same_size_gives_the_same_bytes() throws IOException {
    Path first = folder.resolve("first.tar.gz");
    Path second = folder.resolve("second.tar.gz");
    new SyntheticHost(SMALL).writeTo(first);
    new SyntheticHost(SMALL).writeTo(second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    assertTrue(Files.size(first) > 1_000);
  }

  @Test
  void lstopo_reads_the_folder() throws Exception {
    InstalledProgram lstopo = InstalledProgram.named("lstopo-no-graphics");
    new SyntheticHost(SMALL).writeTo(folder);
    InstalledProgram.Run run = lstopo.run("--input", folder.toString(), "--of", "console");
    assertEquals(0, run.status(), run.output());
    assertTrue(run.output().contains("HostBridge"), run.output());
  }

  private static long count(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.count();
    }
  }
}
