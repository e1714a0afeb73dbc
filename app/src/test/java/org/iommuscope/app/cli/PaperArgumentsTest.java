package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class PaperArgumentsTest {

  @Test
  void a_terminal_has_a_width_and_colours() throws CommandFailure {
    assertEquals(new Paper(OptionalInt.of(132), true), paper(Map.of("COLUMNS", "132"), true));
  }

  @Test
  void a_file_is_as_wide_as_it_must_be_and_plain() throws CommandFailure {
    assertEquals(new Paper(OptionalInt.empty(), false), paper(Map.of("COLUMNS", "132"), false));
  }

  @Test
  void no_color_and_a_dumb_terminal_are_honoured() throws CommandFailure {
    assertEquals(
        new Paper(OptionalInt.of(80), false),
        paper(Map.of("COLUMNS", "80", "NO_COLOR", "1"), true));
    assertEquals(
        new Paper(OptionalInt.of(80), false), paper(Map.of("COLUMNS", "80", "TERM", "dumb"), true));
  }

  @Test
  void an_empty_no_color_says_nothing() throws CommandFailure {
    assertEquals(
        new Paper(OptionalInt.of(80), true), paper(Map.of("COLUMNS", "80", "NO_COLOR", ""), true));
  }

  @Test
  void what_is_asked_for_wins() throws CommandFailure {
    assertEquals(
        new Paper(OptionalInt.of(50), true),
        paper(Map.of("NO_COLOR", "1"), false, "--width", "50", "--color", "always"));
    assertEquals(
        new Paper(OptionalInt.of(90), false),
        paper(Map.of("COLUMNS", "90"), true, "--color", "never"));
  }

  private static Paper paper(
      Map<String, String> environment, boolean isTerminal, String... arguments)
      throws CommandFailure {
    PaperArguments paper = new PaperArguments();
    new CommandLine(CommandSpec.forAnnotatedObject(paper)).parseArgs(arguments);
    return paper.paper(environment, isTerminal);
  }
}
