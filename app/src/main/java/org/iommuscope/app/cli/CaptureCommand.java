package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Captures this host, or prints the script that captures another. */
@Command(
    name = "capture",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description =
        "Captures this host by the shell script that --script prints for others:"
            + " iommuscope capture --script | ssh HOST sh -s > HOST.tar.gz")
final class CaptureCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "-o", paramLabel = "FILE", description = "The archive to write, .tar.gz.")
  private @Nullable String output;

  @Option(names = "--script", description = "Prints the script instead.")
  private boolean script;

  @Option(names = "--list", description = "Says what would be taken, and takes nothing.")
  private boolean list;

  @Option(
      names = "--unmasked",
      description =
          "Keeps serial numbers, MAC addresses, host and user names, and the UUIDs of the kernel"
              + " command line.")
  private boolean unmasked;

  CaptureCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    try {
      if (script) {
        terminal.out().write(CaptureScript.bytes());
      } else if (list) {
        CaptureScript.run(List.of("--list"), terminal.out());
      } else {
        capture();
      }
      return ExitStatus.DONE;
    } catch (IOException failure) {
      throw new CommandFailure("this host cannot be captured: " + OutputFile.reason(failure));
    }
  }

  private void capture() throws CommandFailure, IOException {
    if (output == null) {
      throw new CommandFailure("found no -o FILE; expected the archive to write, or --script");
    }
    List<String> options = unmasked ? List.of("--unmasked") : List.of();
    OutputFile.write(path(output), out -> CaptureScript.run(options, out));
  }

  private static Path path(String name) throws CommandFailure {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CommandFailure("no file can have the name that was given: " + e.getReason());
    }
  }
}
