package org.iommuscope.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.iommuscope.app.export.RepairText;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.planning.PlanRepair;
import org.iommuscope.model.planning.Repair;
import org.iommuscope.model.planning.RepairAnswer;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for the smallest repair of a plan. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description =
        "Names the smallest sets of changes after which every step attaches, the cheapest first;"
            + " a device that the host loses weighs most.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:the plan is lawful, or a repair was found",
      "1:there is no repair; the wishes that contradict each other are named",
      "2:wrong usage or unreadable input",
      "3:a question must be answered first, or the search ended before it could tell"
    })
final class RepairCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private CaptureArguments host = new CaptureArguments();

  @Parameters(index = "1", paramLabel = "PLAN", description = "A plan file; - for standard input.")
  private String plan = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PLAN",
      description = "Where to write the plan with the first repair made.")
  private @Nullable String output;

  RepairCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    if (plan.equals("-") && host.readsStandardInput()) {
      throw new CommandFailure("standard input can be the capture or the plan, not both");
    }
    PlanFile file = InputPlan.read(plan, terminal);
    HostTopology topology = host.read(terminal).host();
    InputPlan.on(topology, plan, file);
    PlanRepair repair =
        new PlanRepair(
            new AttachSimulator(LocalDate.now()), topology, RuleProfiles.of(topology, file.plan()));
    RepairAnswer answer = repair.of(file.plan(), () -> false);
    terminal.out().print(RepairText.of(answer));
    if (output != null && answer instanceof RepairAnswer.Repaired(List<Repair> repairs)) {
      OutputPlan.write(output, file.withPlan(repairs.getFirst().plan()));
    }
    return status(answer);
  }

  private static int status(RepairAnswer answer) {
    return switch (answer) {
      case RepairAnswer.Lawful lawful -> ExitStatus.DONE;
      case RepairAnswer.Repaired repaired -> ExitStatus.DONE;
      case RepairAnswer.Contradiction contradiction -> ExitStatus.REFUSED;
      case RepairAnswer.Unanswered unanswered -> ExitStatus.UNDECIDED;
      case RepairAnswer.GaveUp gaveUp -> ExitStatus.UNDECIDED;
      case RepairAnswer.Cancelled cancelled -> ExitStatus.UNDECIDED;
    };
  }
}
