package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OpenCommandTest {

  private static final byte[] EMPTY_PLAN =
      "{\"format\": \"iommuscope-plan/1\", \"guests\": []}".getBytes(StandardCharsets.UTF_8);
  private static final Display SCREEN = new Display(true);
  private static final String PLAN =
      Path.of("..", "captures", "q35-desktop-k61", "plans", "gpu-whole", "plan.json").toString();

  private record Asked(Optional<String> capture, OpenCommand.Shown plan) {}

  private final List<Asked> shown = new ArrayList<>();

  @Test
  void shows_the_capture_and_the_plan_that_are_named() {
    int status = open("host.tar.gz", PLAN);

    assertEquals(0, status);
    assertEquals(Optional.of("host.tar.gz"), shown.getFirst().capture());
    assertEquals("desktop", shown.getFirst().plan().plan().guests().getFirst().name().text());
    assertEquals(Optional.of(Path.of(PLAN)), shown.getFirst().plan().file());
  }

  @Test
  void a_plan_from_standard_input_has_no_file_to_be_saved_in() {
    assertEquals(0, open("host.tar.gz", "-"));
    assertEquals(Optional.empty(), shown.getFirst().plan().file());
  }

  @Test
  void shows_this_host_where_nothing_is_named() {
    assertEquals(0, open());
    assertEquals(
        List.of(
            new Asked(
                Optional.empty(), new OpenCommand.Shown(AssignmentPlan.EMPTY, Optional.empty()))),
        shown);
  }

  @Test
  void opens_no_window_on_a_plan_that_cannot_be_read() {
    CommandRun run =
        CommandRun.with(
            new byte[0], SCREEN, "open", "host.tar.gz", Path.of("..", "pom.xml").toString());

    assertEquals(2, run.status());
    assertTrue(run.err().contains("pom.xml, line 1"), run.err());
  }

  private int open(String... arguments) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Terminal terminal = new Terminal(new ByteArrayInputStream(EMPTY_PLAN), nowhere, nowhere);
    return new CommandLine(
            new OpenCommand(
                terminal, SCREEN, (capture, plan, limit) -> shown.add(new Asked(capture, plan))))
        .execute(arguments);
  }
}
