package org.iommuscope.app.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.iommuscope.app.export.OrderText;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.planning.OrderAnswer;
import org.iommuscope.model.planning.StartOrder;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for an order of a plan's steps that works. */
@Command(
    name = "order",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description =
        "Names an order of the plan's steps in which none is refused; each guest keeps the order"
            + " of its own steps.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:an order works",
      "1:no order works; the guests that cannot be ordered are named",
      "2:wrong usage or unreadable input",
      "3:the search ended before it could tell"
    })
final class OrderCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private CaptureArguments host = new CaptureArguments();

  @Parameters(index = "1", paramLabel = "PLAN", description = "A plan file; - for standard input.")
  private String plan = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PLAN",
      description = "Where to write the plan in the order that works.")
  private @Nullable String output;

  OrderCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    if (plan.equals("-") && host.readsStandardInput()) {
      throw new CommandFailure("standard input can be the capture or the plan, not both");
    }
    PlanFile file = InputPlan.read(plan, terminal);
    HostTopology topology = host.read(terminal).host();
    AssignmentPlan read = InputPlan.on(topology, plan, file);
    OrderAnswer answer =
        new StartOrder(
                new AttachSimulator(LocalDate.now()), topology, RuleProfiles.of(topology, read))
            .of(read);
    terminal.out().print(OrderText.of(answer));
    if (output != null && answer instanceof OrderAnswer.Reordered(AssignmentPlan reordered)) {
      OutputPlan.write(output, file.withPlan(reordered));
    }
    return switch (answer) {
      case OrderAnswer.AsWritten works -> ExitStatus.DONE;
      case OrderAnswer.Reordered works -> ExitStatus.DONE;
      case OrderAnswer.Never never -> ExitStatus.REFUSED;
      case OrderAnswer.GaveUp gaveUp -> ExitStatus.UNDECIDED;
    };
  }
}
