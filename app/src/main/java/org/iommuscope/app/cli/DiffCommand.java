package org.iommuscope.app.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.iommuscope.app.export.DiffText;
import org.iommuscope.app.files.DiffWriter;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.diff.PlanImpact;
import org.iommuscope.model.diff.TopologyDiff;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.PlanVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two captures. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Tells what changed between two captures of a host, and which plans break by it.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0:no differences", "1:differences", "2:wrong usage or unreadable input"})
final class DiffCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "CAPTURE", description = "The host as it was.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "CAPTURE", description = "The host as it is.")
  private String after = "";

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "A plan that was made for the first; tells whether it still holds.")
  private List<String> plans = List.of();

  @Mixin private final ArchiveLimit limit = new ArchiveLimit();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    if (before.equals("-") && after.equals("-")) {
      throw new CommandFailure("standard input can be one of the captures, not both");
    }
    HostTopology was = read(before);
    HostTopology is = read(after);
    TopologyDiff diff = TopologyDiff.of(was, is);
    SequencedMap<String, PlanImpact> impacts = new LinkedHashMap<>();
    for (String name : plans) {
      impacts.put(name, impact(InputPlan.read(name, terminal).plan(), diff, was, is));
    }
    terminal.out().print(json ? DiffWriter.write(diff, impacts) : DiffText.of(diff, impacts));
    return diff.isEmpty() ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  private HostTopology read(String capture) throws CommandFailure {
    // names are no facts of a host, so none are looked up
    return CaptureArguments.read(
            List.of(capture), new TopologyImporter(PciNames::none, limit.times()), terminal)
        .host();
  }

  private static PlanImpact impact(
      AssignmentPlan plan, TopologyDiff diff, HostTopology before, HostTopology after) {
    return PlanImpact.of(plan, diff, verdict(plan, before), verdict(plan, after));
  }

  private static PlanVerdict verdict(AssignmentPlan plan, HostTopology host) {
    return new AttachSimulator(LocalDate.now())
        .run(host, plan, RuleProfiles.of(host, plan))
        .verdict();
  }
}
