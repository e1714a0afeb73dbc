package org.iommuscope.app.cli;

import java.util.concurrent.Callable;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.TopologyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a capture holds. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Prints the groups, devices, mdevs and import notes of a capture.")
final class InspectCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private CaptureArguments arguments = new CaptureArguments();

  @Option(names = "--json", description = "Print JSON for other programs.")
  private boolean isJson;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    ImportResult result = arguments.read(terminal);
    terminal.out().print(isJson ? TopologyJson.of(result) : TopologyText.of(result));
    return ExitStatus.DONE;
  }
}
