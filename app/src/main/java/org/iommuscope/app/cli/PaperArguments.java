package org.iommuscope.app.cli;

import java.io.Console;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;

/** The arguments by which a command is told how to print for people. */
final class PaperArguments {

  /** When to colour. */
  enum Colour {
    auto,
    always,
    never
  }

  private static final int NARROWEST = 40;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Columns to print in; else those of the terminal, else as many as needed.")
  private @Nullable Integer width;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      description = "Whether to colour; else on a terminal, unless NO_COLOR is set.")
  private Colour colour = Colour.auto;

  /** The paper that these arguments and this process's terminal make. */
  Paper paper() throws CommandFailure {
    Console console = System.console();
    return paper(System.getenv(), console != null && console.isTerminal());
  }

  /**
   * The paper by these arguments, an environment, and whether the output is a terminal.
   *
   * @throws CommandFailure where the width is too small to print anything in
   */
  Paper paper(Map<String, String> environment, boolean isTerminal) throws CommandFailure {
    return new Paper(columns(environment, isTerminal), isColoured(environment, isTerminal));
  }

  private OptionalInt columns(Map<String, String> environment, boolean isTerminal)
      throws CommandFailure {
    if (width != null) {
      if (width < NARROWEST) {
        throw new CommandFailure("--width is " + width + ", expected " + NARROWEST + " or more");
      }
      return OptionalInt.of(width);
    }
    if (!isTerminal) {
      return OptionalInt.empty();
    }
    String told = environment.getOrDefault("COLUMNS", "");
    int columns =
        told.matches("[1-9][0-9]{0,4}")
            ? Integer.parseInt(told)
            : new UsageMessageSpec().autoWidth(true).width();
    return OptionalInt.of(Math.max(NARROWEST, columns));
  }

  private boolean isColoured(Map<String, String> environment, boolean isTerminal) {
    return switch (colour) {
      case always -> true;
      case never -> false;
      case auto ->
          isTerminal
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !environment.getOrDefault("TERM", "").equals("dumb");
    };
  }
}
