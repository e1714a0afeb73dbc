package org.iommuscope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.iommuscope.app.workspace.PlanOpening;
import org.iommuscope.model.plan.AssignmentPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Opens the window. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Opens the window on a capture and a plan.")
final class OpenCommand implements Callable<Integer> {

  /**
   * The plan that the window shows.
   *
   * @param file where it is saved again; empty where standard input or another program said it
   */
  record Shown(AssignmentPlan plan, Optional<Path> file) {

    private static final Shown NONE = new Shown(AssignmentPlan.EMPTY, Optional.empty());
  }

  /** Shows the window and returns when it is closed; archives may be so many times as large. */
  @FunctionalInterface
  interface Window {
    void show(Optional<String> capture, Shown plan, int archiveLimit);
  }

  private final Terminal terminal;
  private final Display display;
  private final Window window;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CAPTURE",
      description = "A folder, archive or text file; this host where it is left out.")
  private @Nullable String capture;

  @Parameters(index = "1", arity = "0..1", paramLabel = "PLAN", description = "A plan file.")
  private @Nullable String plan;

  @Mixin private final ArchiveLimit limit = new ArchiveLimit();

  OpenCommand(Terminal terminal, Display display, Window window) {
    this.terminal = terminal;
    this.display = display;
    this.window = window;
  }

  @Override
  public Integer call() throws CommandFailure {
    if (!display.present()) {
      throw new CommandFailure(
          "there is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set);"
              + " 'iommuscope inspect CAPTURE' prints the groups and"
              + " 'iommuscope render CAPTURE -o FILE' draws them without one");
    }
    window.show(
        Optional.ofNullable(capture), plan == null ? Shown.NONE : shown(plan), limit.times());
    return ExitStatus.DONE;
  }

  private Shown shown(String name) throws CommandFailure {
    AssignmentPlan read = InputPlan.read(name, terminal).plan();
    Optional<Path> file =
        name.equals("-")
            ? Optional.empty()
            : Optional.of(Path.of(name)).filter(PlanOpening::isPlan);
    return new Shown(read, file);
  }
}
