package org.iommuscope.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: without arguments the window, with a command's name that command. */
@Command(
    name = "iommuscope",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "[COMMAND]",
    description =
        "Shows which devices of a host share an IOMMU group, and tells before a guest starts"
            + " whether the kernel and QEMU will give it the devices of a plan.")
public final class Main implements Callable<Integer> {

  private final OpenCommand open;

  private Main(OpenCommand open) {
    this.open = open;
  }

  public static void main(String[] arguments) {
    System.exit(run(Terminal.ofThisProcess(), Display.ofThisProcess(), arguments));
  }

  /** Runs one command line and returns the status to exit with; never throws. */
  static int run(Terminal terminal, Display display, String... arguments) {
    try {
      return arguments.length == 0
          ? openWindow(terminal, display)
          : commandLine(terminal, display).execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError tooMuch) {
      return fail(terminal, "the input is too large or too deeply nested for the memory there is");
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  /** The window alone needs no parsing, and is there a tenth of a second sooner without. */
  private static int openWindow(Terminal terminal, Display display) {
    try {
      return new OpenCommand(terminal, display, new ShownWindow()).call();
    } catch (CommandFailure | RuntimeException failure) {
      return failed(terminal, failure);
    }
  }

  @Override
  public Integer call() throws CommandFailure {
    return open.call();
  }

  private static CommandLine commandLine(Terminal terminal, Display display) {
    OpenCommand.Window window = new ShownWindow();
    return new CommandLine(new Main(new OpenCommand(terminal, display, window)))
        .addSubcommand(new OpenCommand(terminal, display, window))
        .addSubcommand(new InspectCommand(terminal))
        .addSubcommand(new RenderCommand(terminal))
        .addSubcommand(new ValidateCommand(terminal))
        .addSubcommand(new RepairCommand(terminal))
        .addSubcommand(new ExportCommand(terminal))
        .addSubcommand(new ImportPlanCommand(terminal))
        .addSubcommand(new DiffCommand(terminal))
        .addSubcommand(new CaptureCommand(terminal))
        .addSubcommand(new AnonymiseCommand(terminal))
        .addSubcommand(new FillCommand(terminal))
        .addSubcommand(new OrderCommand(terminal))
        .addSubcommand(new ReplayCommand(terminal))
        .addSubcommand(new WhyCommand(terminal))
        .addSubcommand(new ProfilesCommand(terminal))
        .addSubcommand(new MergePlanCommand(terminal))
        .addSubcommand(new CompareCommand(terminal))
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((wrong, given) -> wrongUsage(terminal, wrong))
        .setExecutionExceptionHandler((failure, command, parsed) -> failed(terminal, failure));
  }

  private static int wrongUsage(Terminal terminal, CommandLine.ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    return fail(terminal, firstLine(wrong) + "; '" + command + " --help' shows how it is used");
  }

  private static int failed(Terminal terminal, Exception failure) {
    if (failure instanceof CommandFailure expected) {
      return fail(terminal, expected.sentence());
    }
    return fail(
        terminal,
        "this is a fault of iommuscope and not of its input: "
            + failure.getClass().getSimpleName()
            + ", "
            + firstLine(failure));
  }

  private static int fail(Terminal terminal, String sentence) {
    terminal.err().println("iommuscope: " + sentence);
    return ExitStatus.UNUSABLE;
  }

  private static String firstLine(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
