package org.iommuscope.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;

/** Plans to write for other programs: those of the captures, and some that chance made. */
final class ExportedPlans {

  static final Path CAPTURES = Path.of("..", "captures");

  private static final String MDEV = "83b8f4f2-509f-382f-3c1e-e6bfe0fa10%02d";

  private ExportedPlans() {}

  /** Every plan that stands beside a capture. */
  static List<Path> captured() {
    try (Stream<Path> files = Files.walk(CAPTURES, 4)) {
      return files.filter(file -> file.endsWith("plan.json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HostTopology host(Path plan) throws CommandFailure {
    return read(CAPTURES.resolve(CAPTURES.relativize(plan).getName(0)).resolve("capture.tar.gz"));
  }

  static HostTopology read(Path capture) throws CommandFailure {
    return CaptureArguments.read(
            List.of(capture.toString()),
            new TopologyImporter(PciNames::none, new ArchiveLimit().times()),
            Terminal.ofThisProcess())
        .host();
  }

  static PlanFile plan(String text) {
    PlanReader reader = new PlanReader(RuleProfiles.all().stream().map(RuleProfile::id).toList());
    return switch (reader.read("a plan", text.getBytes(StandardCharsets.UTF_8))) {
      case PlanReading.Opened(PlanFile file) -> file;
      case PlanReading.Refused(var problem) -> throw new AssertionError(problem.sentence() + text);
    };
  }

  /** A plan with everything that a plan can have, chosen by chance. */
  static String random(HostTopology host, Random chance) {
    List<String> functions =
        host.devices().values().stream()
            .map(HostDevice::ref)
            .filter(PciAddress.class::isInstance)
            .map(ref -> "\"" + ref.text() + "\"")
            .toList();
    List<String> guests = new ArrayList<>();
    for (int at = 0; at <= chance.nextInt(4); at++) {
      guests.add(guest(at, functions, chance));
    }
    String bindings =
        chance.nextBoolean() ? "" : "\"bindings\": {" + functions.getLast() + ": \"vfio-pci\"},";
    String parts =
        chance.nextBoolean()
            ? ""
            : """
            "profile": "dma-owner", "environment": {"kernel": "6.1"},
            "annotations": {%s: {"aux": true}},
            "waivers": [{"rule": "group-is-viable", "comment": "we know; it's \\u00e4 -- <test>"}],
            "sequence": [{"start": "%s"}], "x-of-others": {"a": [1, null]},
            "comment": "first\\nsecond: 100%%, 'quoted'",
            """
                .formatted(functions.getFirst(), name(0));
    return "{\"format\": \"iommuscope-plan/1\", "
        + parts
        + bindings
        + "\"guests\": "
        + guests
        + "}";
  }

  private static String name(int at) {
    return List.of("A", "it's ä/b", "web-1", "d, e").get(at);
  }

  private static String guest(int at, List<String> functions, Random chance) {
    List<String> devices = new ArrayList<>();
    for (int n = 0; n < chance.nextInt(4); n++) {
      devices.add(device(functions, n, chance));
    }
    return """
    {"name": "%s", "viommu": %s, "backend": "%s", "kvm": %s, "uid": %d,
     "buses": [{"name": "b0", "kind": "pcie-pci-bridge"}, {"name": "b1", "kind": "bypass-root"}],
     "devices": %s}
    """
        .formatted(
            name(at),
            one(chance, "true", "false", "{\"model\": \"virtio\", \"cachingMode\": false}"),
            one(chance, "legacy", "legacy", "iommufd"),
            chance.nextBoolean(),
            chance.nextInt(2) * 1000,
            devices);
  }

  private static String device(List<String> functions, int n, Random chance) {
    String named =
        chance.nextInt(4) == 0
            ? "\"sysfsdev\": \"/sys/bus/mdev/devices/" + MDEV.formatted(chance.nextInt(20)) + "\""
            : "\"host\": " + functions.get(chance.nextInt(functions.size()));
    return "{"
        + named
        + one(chance, "", ", \"addr\": \"" + (3 + n) + ".0\"")
        + one(chance, "", ", \"bus\": \"b0\"", ", \"bus\": \"b1\"")
        + one(chance, "", "", ", \"vfToken\": \"" + MDEV.formatted(99) + "\"")
        + one(chance, "", "", ", \"when\": \"later\"")
        + "}";
  }

  private static String one(Random chance, String... words) {
    return words[chance.nextInt(words.length)];
  }
}
