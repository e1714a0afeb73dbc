package org.iommuscope.app.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.iommuscope.app.export.VerdictText;
import org.iommuscope.app.files.VerdictWriter;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.PlanVerdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges a plan. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Tells what the kernel and QEMU would answer to each step of a plan, and why.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:every step attaches",
      "1:a step is refused, unsafe, blocks or would crash the host",
      "2:wrong usage or unreadable input",
      "3:nothing is refused, but something cannot be decided"
    })
final class ValidateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private CaptureArguments host = new CaptureArguments();

  @Parameters(index = "1", paramLabel = "PLAN", description = "A plan file; - for standard input.")
  private String plan = "";

  @Option(
      names = "--profile",
      paramLabel = "ID",
      description = "The rules to judge by; else the plan's, else those of the kernel.")
  private @Nullable String profile;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "The day by which waivers expire; else the day it is.")
  private @Nullable String today;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    Optional<RuleProfile> chosen = chosenProfile();
    AttachSimulator simulator = new AttachSimulator(day());
    AssignmentPlan read = readPlan();
    HostTopology topology = host.read(terminal).host();
    RuleProfile rules = chosen.orElseGet(() -> RuleProfiles.of(topology, read));
    PlanVerdict verdict = simulator.run(topology, read, rules).verdict();
    terminal.out().print(json ? VerdictWriter.write(verdict) : VerdictText.of(read, verdict));
    return ExitStatus.of(verdict.outcome());
  }

  private AssignmentPlan readPlan() throws CommandFailure {
    if (plan.equals("-") && host.readsStandardInput()) {
      throw new CommandFailure("standard input can be the capture or the plan, not both");
    }
    return InputPlan.read(plan, terminal).plan();
  }

  private Optional<RuleProfile> chosenProfile() throws CommandFailure {
    if (profile == null) {
      return Optional.empty();
    }
    Optional<RuleProfile> chosen = RuleProfiles.byId(profile);
    if (chosen.isEmpty()) {
      List<String> ids = RuleProfiles.all().stream().map(RuleProfile::id).toList();
      throw new CommandFailure(
          "--profile: found " + profile + ", expected one of " + String.join(", ", ids));
    }
    return chosen;
  }

  private LocalDate day() throws CommandFailure {
    if (today == null) {
      return LocalDate.now();
    }
    try {
      return LocalDate.parse(today);
    } catch (DateTimeException noDate) {
      throw new CommandFailure("--today: found " + today + ", expected a date such as 2026-11-22");
    }
  }
}
