package org.iommuscope.app.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.iommuscope.app.export.FillText;
import org.iommuscope.app.files.FileProblem;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.WishReader;
import org.iommuscope.model.planning.FillAnswer;
import org.iommuscope.model.planning.PlanFill;
import org.iommuscope.model.planning.Requests;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds devices for the wishes of a plan. */
@Command(
    name = "fill",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description =
        "Finds devices for what the plan's wishes ask for, and takes as little from the host as"
            + " can be.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:everything that is wished for was found",
      "1:it cannot be had; why is said",
      "2:wrong usage or unreadable input",
      "3:the search ended before it could tell"
    })
final class FillCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private CaptureArguments host = new CaptureArguments();

  @Parameters(index = "1", paramLabel = "PLAN", description = "A plan file; - for standard input.")
  private String plan = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PLAN",
      description = "Where to write the plan with the devices.")
  private @Nullable String output;

  FillCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    if (plan.equals("-") && host.readsStandardInput()) {
      throw new CommandFailure("standard input can be the capture or the plan, not both");
    }
    PlanFile file = InputPlan.read(plan, terminal);
    Requests requests = requests(file);
    HostTopology topology = host.read(terminal).host();
    FillAnswer answer =
        new PlanFill(
                new AttachSimulator(LocalDate.now()),
                topology,
                RuleProfiles.of(topology, file.plan()))
            .of(file.plan(), requests, () -> false);
    terminal.out().print(FillText.of(answer));
    if (output != null && answer instanceof FillAnswer.Filled filled) {
      OutputPlan.write(output, file.withPlan(filled.plan()));
    }
    return switch (answer) {
      case FillAnswer.Filled filled -> ExitStatus.DONE;
      case FillAnswer.TooFew few -> ExitStatus.REFUSED;
      case FillAnswer.Contradiction contradiction -> ExitStatus.REFUSED;
      case FillAnswer.GaveUp gaveUp -> ExitStatus.UNDECIDED;
      case FillAnswer.Cancelled cancelled -> ExitStatus.UNDECIDED;
    };
  }

  private Requests requests(PlanFile file) throws CommandFailure {
    return switch (WishReader.read(plan, file)) {
      case WishReader.Reading.Refused(FileProblem problem) ->
          throw new CommandFailure(problem.sentence());
      case WishReader.Reading.Opened(Requests requests) when requests.guests().isEmpty() ->
          throw new CommandFailure(plan + " wishes for no guest; expected a wish with \"guest\"");
      case WishReader.Reading.Opened(Requests requests) -> requests;
    };
  }
}
