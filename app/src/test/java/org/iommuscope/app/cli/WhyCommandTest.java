package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q35-desktop-k61 | 01:00.0 | 0000:00:02.0 keeps requests from its peers (ACS at 0x148)",
        "q35-desktop-k61 | 04:00.0 | 0000:04:00.1 is a conventional function, which has no ACS",
        "q35-desktop-k61 | 05:01.0 05:04.0 | ACS cannot part them",
        "q35-switch-k61 | 00:03.0 07:00.0 | they would part if ACS worked at 0000:00:03.0",
        "q35-switch-k61 | 08:00.0 0a:00.0 | they would part if ACS worked at 0000:00:04.2",
        "q35-switch-k61 | 08:00.0 07:00.0 | are in groups of their own",
        "q35-switch-k61 | 04:00.0 | its sister ports 0000:02:00.0, 0000:02:02.0, 0000:02:03.0 past the IOMMU",
        "q35-switch-k61 | 04:00.0 05:00.0 | warning: 0000:02:01.0 has no ACS",
        "virt-arm64-smmuv3-k612 | 00:02.0 01:00.0 | 0000:00:02.0 has SV RR CR UF switched off",
        "virt-arm64-smmuv3-k612 | 00:02.0 01:00.0 | 0000:00:02.0 has ACS, and it is off",
        "virt-arm64-smmuv3-k612 | 03:02.0 | in no group: no IOMMU covers it",
        "q35-iommu-off-k61 | 01:00.0 | in no group: the host has none",
        "pseries-ppc64el-domains-k612 | 0001:00:01.0 0001:00:02.0 | below one host bridge",
        "q35-noiommu-mode-kc612-after | 01:00.0 | noiommu mode gives each function a group by itself",
        "mdev-kinds-by-hand | 02:00.0 | cannot tell: config space not captured",
        "q35-mdev-k510-after | a0000000-0000-4000-8000-000000000000 | has a group by itself",
      })
  void names_the_rule_and_what_shows_it(String machine, String devices, String sentence) {
    CommandRun run = why(machine, devices.split(" "));

    assertEquals(0, run.status(), run.toString());
    assertTrue(run.out().contains(sentence), run.out());
  }

  @Test
  void supposes_an_override_and_calls_it_unsafe() {
    CommandRun run = why("q35-switch-k61", "08:00.0", "0a:00.0", "--acs-override", "downstream");

    assertTrue(run.out().contains("12 groups would be 21; unsafe"), run.out());
    assertTrue(run.out().contains("are in groups of their own"), run.out());
  }

  @Test
  void refuses_one_device_twice() {
    CommandRun run = why("q35-switch-k61", "0000:08:00.0", "08:00.0");

    assertEquals(2, run.status());
    assertEquals(
        "iommuscope: found the device 0000:08:00.0 twice, expected two devices or one\n",
        run.err());
  }

  @Test
  void refuses_an_override_that_no_kernel_knows() {
    CommandRun run = why("q35-switch-k61", "08:00.0", "--acs-override", "downstreams");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("--acs-override: found downstreams, expected"), run.err());
  }

  @Test
  void names_no_group_number_under_a_supposed_override() {
    CommandRun run = why("q35-switch-k61", "08:00.0", "--acs-override", "multifunction");

    assertTrue(run.out().contains("0000:08:00.0 is in a group with "), run.out());
  }

  @Test
  void refuses_a_device_that_the_capture_does_not_have() {
    CommandRun run = why("q35-switch-k61", "77:00.0");

    assertEquals(2, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("found the device 77:00.0"), run.err());
  }

  @Test
  void says_that_a_text_does_not_tell_the_bridges(@TempDir Path folder) throws IOException {
    Path links = folder.resolve("links.txt");
    Files.writeString(links, "/sys/kernel/iommu_groups/7/devices/0000:01:00.0\n");

    CommandRun run = CommandRun.of("why", links.toString(), "01:00.0", "--pci-ids", "/dev/null");

    assertTrue(run.out().contains("the bridges above it were not captured"), run.out());
  }

  private static CommandRun why(String machine, String... arguments) {
    String capture = Path.of("..", "captures", machine, "capture.tar.gz").toString();
    List<String> words = new ArrayList<>(List.of("why", capture));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--pci-ids", "/dev/null"));
    return CommandRun.of(words.toArray(String[]::new));
  }
}
