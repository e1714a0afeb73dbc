package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iommuscope.model.grouping.AcsOverride;
import org.iommuscope.model.grouping.GroupPrediction;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.testing.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The groups that the walk forms from config space, against those that the kernel has formed. */
class FormedGroupsTest {

  private static final Path CAPTURES = Path.of("..", "captures");

  static List<String> machines() throws IOException {
    return CapturedMachinesTest.machines().stream()
        .filter(name -> !isMadeByHand(CAPTURES.resolve(Path.of(name, "README.md"))))
        .toList();
  }

  /** No kernel has formed the groups of such a machine. */
  private static boolean isMadeByHand(Path readme) {
    try {
      return Files.readString(readme).startsWith("Made by hand");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("machines")
  void are_those_of_the_kernel(String machine) {
    assertSame(Imports.of(CAPTURES.resolve(Path.of(machine, "capture.tar.gz"))).host());
  }

  @Test
  void are_those_of_the_kernel_for_every_captured_machine() throws IOException {
    try (Stream<Path> archives = Files.list(SharedMaterial.at("captures"))) {
      List<Path> all = archives.filter(file -> file.toString().endsWith(".tar.gz")).toList();
      assertFalse(all.isEmpty());
      all.forEach(archive -> assertSame(Imports.of(archive).host()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "q35-switch-k61, downstream, 21",
    "q35-sriov-noacs-k61, downstream, 20",
    "q35-large-k612, downstream, 97",
    "q35-large-k612, 'downstream,multifunction', 277",
    "q35-desktop-k61, multifunction, 14",
  })
  void are_more_with_an_override(String machine, String override, int groups) {
    HostTopology host = Imports.of(CAPTURES.resolve(Path.of(machine, "capture.tar.gz"))).host();
    assertEquals(groups, GroupPrediction.of(host, AcsOverride.parse(override)).groups().size());
  }

  /** What an ordinary user's capture holds of config space is 64 bytes. */
  @ParameterizedTest
  @MethodSource("machines")
  void are_never_wrong_where_only_the_start_of_config_space_was_captured(String machine) {
    HostTopology whole = Imports.of(CAPTURES.resolve(Path.of(machine, "capture.tar.gz"))).host();
    GroupPrediction cut = GroupPrediction.of(cutTo64Bytes(whole));
    GroupPrediction known = GroupPrediction.of(whole);
    for (SortedSet<PciAddress> group : known.groups()) {
      for (PciAddress member : group) {
        assertTrue(group.containsAll(cut.finest().groupOf(member)), machine + " " + member);
        assertTrue(cut.coarsest().groupOf(member).containsAll(group), machine + " " + member);
      }
    }
  }

  static HostTopology cutTo64Bytes(HostTopology host) {
    List<HostDevice> devices =
        host.devices().values().stream()
            .map(device -> device instanceof PciFunction function ? cut(function) : device)
            .toList();
    return new HostTopology(
            devices, host.groups().values(), host.mdevParents().values(), host.kernel())
        .withSources(host.sources());
  }

  private static HostDevice cut(PciFunction all) {
    return new PciFunction(
        all.address(),
        all.name(),
        all.ids(),
        all.header(),
        all.driver(),
        all.driverOverride(),
        all.group(),
        all.iommu(),
        all.placement(),
        all.sriov(),
        all.bootVga(),
        all.resetMethods(),
        all.bars(),
        all.config().map(FormedGroupsTest::firstBytes),
        all.capabilities(),
        all.uses(),
        all.vfioCdev());
  }

  private static ConfigSpace firstBytes(ConfigSpace space) {
    byte[] bytes = new byte[64];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) space.byteAt(at);
    }
    return new ConfigSpace(bytes);
  }

  private static void assertSame(HostTopology host) {
    GroupPrediction prediction = GroupPrediction.of(host);
    assertEquals(real(host), formed(prediction), host.kernel().commandLine().toString());
    assertTrue(prediction.uncertain().isEmpty(), prediction.uncertain().toString());
  }

  private static Set<String> real(HostTopology host) {
    return host.groups().values().stream()
        .filter(group -> group.kind() == IommuGroup.Kind.PHYSICAL)
        .map(group ->
            group.members().stream()
                .filter(PciAddress.class::isInstance)
                .map(Object::toString)
                .collect(Collectors.joining(" ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> formed(GroupPrediction prediction) {
    return prediction.groups().stream()
        .map(group -> group.stream().map(Object::toString).collect(Collectors.joining(" ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
