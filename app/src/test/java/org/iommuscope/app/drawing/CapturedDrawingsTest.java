package org.iommuscope.app.drawing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.FixedTextMeasure;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each captured machine is drawn as its {@code drawing.txt} says. */
class CapturedDrawingsTest {

  private static final Path CAPTURES = Path.of("..", "captures");

  @TestFactory
  Stream<DynamicTest> draws_as_recorded() throws IOException {
    List<Path> machines;
    try (Stream<Path> folders = Files.list(CAPTURES)) {
      machines = folders.filter(CapturedDrawingsTest::isMachine).sorted().toList();
    }
    assertFalse(machines.isEmpty());
    return machines.stream()
        .map(machine ->
            DynamicTest.dynamicTest(machine.getFileName().toString(), () -> check(machine)));
  }

  private static void check(Path machine) {
    RecordingSurface surface = new RecordingSurface();
    Drawing.withLegend(
            TreeLayout.place(
                TopologyGraph.of(host(archive(machine))),
                new FixedTextMeasure(),
                OptionalDouble.empty(),
                Folding.USUAL))
        .paint(surface, Detail.DETAILS);
    Golden.at(machine.resolve("drawing.txt")).requireEqual(surface.text());
  }

  @TestFactory
  Stream<DynamicTest> draws_a_plan_as_recorded() throws IOException {
    List<Path> plans;
    try (Stream<Path> files = Files.walk(CAPTURES)) {
      plans =
          files
              .filter(file -> file.endsWith("plan.json"))
              .filter(plan -> Files.exists(plan.resolveSibling("drawing.txt")))
              .sorted()
              .toList();
    }
    assertFalse(plans.isEmpty());
    return plans.stream()
        .map(plan -> DynamicTest.dynamicTest(plan.toString(), () -> checkPlan(plan)));
  }

  private static void checkPlan(Path plan) throws IOException {
    HostTopology host = host(archive(plan.resolve(Path.of("..", "..", "..")).normalize()));
    PlanReading reading = new PlanReader(List.of()).read("plan", Files.readAllBytes(plan));
    AssignmentPlan wanted = assertInstanceOf(PlanReading.Opened.class, reading).file().plan();
    Simulation judged = new AttachSimulator(LocalDate.EPOCH).run(host, wanted);
    RecordingSurface surface = new RecordingSurface();
    Drawing.withLegend(
            TreeLayout.place(
                TopologyGraph.of(judged.imagined(), wanted, judged.verdict()),
                new FixedTextMeasure(),
                OptionalDouble.empty(),
                Folding.USUAL))
        .paint(surface, Detail.DETAILS);
    Golden.at(plan.resolveSibling("drawing.txt")).requireEqual(surface.text());
  }

  private static boolean isMachine(Path folder) {
    return Files.isDirectory(folder) && !archive(folder).equals(folder);
  }

  /** The capture in a machine's folder; the folder itself where there is none. */
  private static Path archive(Path machine) {
    try (Stream<Path> files = Files.list(machine)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("capture"))
          .findFirst()
          .orElse(machine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HostTopology host(Path capture) {
    return switch (new TopologyImporter(PciNames::none).read(capture)) {
      case ImportOutcome.Imported imported -> imported.result().host();
      case ImportOutcome.Refused refused -> throw new AssertionError(refused.sentence());
      case ImportOutcome.Cancelled cancelled -> throw new AssertionError("nobody cancels");
    };
  }
}
