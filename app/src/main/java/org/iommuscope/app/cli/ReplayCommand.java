package org.iommuscope.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.iommuscope.app.files.FileProblem;
import org.iommuscope.app.files.RecordingReader;
import org.iommuscope.app.files.ReplayWriter;
import org.iommuscope.app.replay.Disagreement;
import org.iommuscope.app.replay.Recording;
import org.iommuscope.app.replay.Replay;
import org.iommuscope.app.replay.ReplayReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the rules against recordings of real kernels. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description =
        "Predicts every step of recordings of real kernels and QEMUs, and compares the answers.")
final class ReplayCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "RECORDING",
      description = "Recordings, one scenario a line; - reads standard input.")
  private List<String> recordings = new ArrayList<>();

  @Option(
      names = "--captures",
      required = true,
      paramLabel = "DIR",
      description = "The folder with the captures that the recordings name.")
  private Path captures = Path.of("");

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    CaptureShelf shelf = new CaptureShelf(captures);
    ReplayReport report = ReplayReport.EMPTY;
    for (String file : recordings) {
      for (Recording recording : scenarios(file)) {
        report = report.plus(Replay.compare(file, recording, shelf.host(recording.capture())));
      }
    }
    print(report);
    return report.disagreements().isEmpty() ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  private List<Recording> scenarios(String file) throws CommandFailure {
    return switch (RecordingReader.read(file, InputFile.read(file, terminal))) {
      case RecordingReader.Reading.Opened(List<Recording> scenarios) -> scenarios;
      case RecordingReader.Reading.Refused(FileProblem problem) ->
          throw new CommandFailure(problem.sentence());
    };
  }

  private void print(ReplayReport report) {
    if (json) {
      terminal.out().print(ReplayWriter.write(report));
      return;
    }
    for (Disagreement one : report.disagreements()) {
      terminal
          .out()
          .printf(
              "%s %s step %d %s: recorded %s, predicted %s%n",
              one.recording(),
              one.scenario(),
              one.step(),
              one.op(),
              one.recorded(),
              one.predicted());
    }
    terminal
        .out()
        .printf(
            "%d steps, %d compared, %d agree, %d disagree, %d decide nothing%n",
            report.steps(),
            report.compared(),
            report.agreed(),
            report.disagreements().size(),
            report.notModelled());
  }
}
