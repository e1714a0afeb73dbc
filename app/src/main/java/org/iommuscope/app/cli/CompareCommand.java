package org.iommuscope.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.iommuscope.model.diff.PlanComparison;
import org.iommuscope.model.impact.HostLosses;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares two plans for one host. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description =
        "Tells what a second plan does otherwise than a first on the same host: what it frees, what"
            + " it costs, who gets what, and what is answered otherwise.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0:no differences", "1:differences", "2:wrong usage or unreadable input"})
final class CompareCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private CaptureArguments host = new CaptureArguments();

  @Parameters(index = "1", paramLabel = "PLAN", description = "The first plan.")
  private String first = "";

  @Parameters(index = "2", paramLabel = "PLAN", description = "The plan to tell about.")
  private String second = "";

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    boolean plansRead = first.equals("-") || second.equals("-");
    if (plansRead && (host.readsStandardInput() || first.equals(second))) {
      throw new CommandFailure("standard input can be the capture or one of the plans, not two");
    }
    HostTopology topology = host.read(terminal).host();
    PlanComparison comparison =
        PlanComparison.of(judged(topology, first), judged(topology, second));
    List<String> sentences =
        comparison.sentences(label(first, second), ref -> nameOf(topology, ref));
    terminal
        .out()
        .print(sentences.isEmpty() ? "no differences\n" : String.join("\n", sentences) + "\n");
    return sentences.isEmpty() ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  private PlanComparison.Judged judged(HostTopology topology, String name) throws CommandFailure {
    AssignmentPlan plan = InputPlan.on(topology, name, InputPlan.read(name, terminal));
    return new PlanComparison.Judged(
        plan,
        new AttachSimulator(LocalDate.now()).run(topology, plan).verdict(),
        HostLosses.of(topology, plan));
  }

  /** What the second is called: its file's name, or the whole path where the first has the same. */
  private static String label(String first, String second) {
    String name = Path.of(second).getFileName().toString();
    return Path.of(first).endsWith(name) ? second : name;
  }

  private static String nameOf(HostTopology topology, DeviceRef ref) {
    return topology.device(ref).orElse(null) instanceof PciFunction function
        ? ref + function.name().known().map(name -> " (" + name + ")").orElse("")
        : ref.text();
  }
}
