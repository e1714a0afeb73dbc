package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.app.files.PlanWriter;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.testing.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every plan of a machine's folder is a test, under each kernel's rules: a capture, a command, and
 * the expected text.
 */
class VerdictGoldensTest {

  private static final Path MACHINES = Path.of("..", "captures");

  private static final List<String> KERNEL_PROFILES =
      List.of("viability", "viability-backed-mdev", "viability-emulated-mdev", "dma-owner");

  private static final List<String> ALL_PROFILES =
      RuleProfiles.all().stream().map(RuleProfile::id).toList();

  static List<Path> plans() throws IOException {
    try (Stream<Path> files = Files.walk(MACHINES)) {
      return files.filter(file -> file.endsWith("plan.json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void says_of_a_plan_what_was_said_before(Path plan) {
    Golden.at(plan.resolveSibling("verdict.txt")).requireEqual(answer(validate(plan)));
    Golden.at(plan.resolveSibling("verdict.json")).requireEqual(answer(validate(plan, "--json")));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void says_of_a_plan_under_other_rules_what_was_said_before(Path plan) {
    for (String profile : KERNEL_PROFILES) {
      Golden.at(plan.resolveSibling("verdict." + profile + ".txt"))
          .requireEqual(answer(validate(plan, "--profile", profile)));
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void says_the_same_twice(Path plan) {
    assertEquals(validate(plan, "--json"), validate(plan, "--json"));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void writes_a_plan_with_the_bytes_it_was_read_from(Path plan) throws IOException {
    PlanReading reading = new PlanReader(ALL_PROFILES).read("plan", Files.readAllBytes(plan));

    String written =
        new PlanWriter().write(assertInstanceOf(PlanReading.Opened.class, reading).file());

    assertEquals(Files.readString(plan), written);
  }

  private static String answer(CommandRun run) {
    assertEquals("", run.err());
    return run.out() + (run.out().startsWith("{") ? "" : "exit status " + run.status() + "\n");
  }

  private static CommandRun validate(Path plan, String... more) {
    Path capture = plan.resolveSibling(Path.of("..", "..", "capture.tar.gz")).normalize();
    List<String> words =
        new ArrayList<>(
            List.of("validate", capture.toString(), plan.toString(), "--today", "2026-11-22"));
    words.addAll(List.of("--pci-ids", "/dev/null"));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray(String[]::new));
  }
}
