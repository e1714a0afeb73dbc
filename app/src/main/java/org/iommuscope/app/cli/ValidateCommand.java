package org.iommuscope.app.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.iommuscope.app.export.ChecklistText;
import org.iommuscope.app.export.ComparisonText;
import org.iommuscope.app.export.ImaginedText;
import org.iommuscope.app.export.JudgedPlan;
import org.iommuscope.app.export.VerdictText;
import org.iommuscope.app.files.ComparisonWriter;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanLines;
import org.iommuscope.app.files.VerdictWriter;
import org.iommuscope.app.workspace.Exported;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.model.impact.Impact;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.ProfileComparison;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Outcome;
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
      "1:a step is refused, unsafe, blocks or would crash the host, and is not waived",
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
      description =
          "The rules to judge by; else the plan's, else those of the kernel. Given several times, it"
              + " says what changes from one to the next; all stands for every profile.")
  private List<String> profiles = List.of();

  @Mixin private final HostAnswers answers = new HostAnswers();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "The day by which waivers expire; else the day it is.")
  private @Nullable String today;

  @Mixin private ReportArguments reports = new ReportArguments();

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    List<RuleProfile> chosen = chosenProfiles();
    AttachSimulator simulator = new AttachSimulator(day());
    requireOneStandardInput();
    reports.check(plan);
    if (chosen.size() > 1 && reports.isAsked()) {
      throw new CommandFailure("--profile: found several beside a report, expected one profile");
    }
    ImportResult imported = host.read(terminal);
    HostTopology topology = imported.host();
    PlanFile file = InputPlan.read(plan, Optional.of(topology), terminal);
    AssignmentPlan read = answers.taken(InputPlan.on(topology, plan, file));
    if (chosen.size() > 1) {
      return compared(read, simulator.compare(topology, read, chosen));
    }
    RuleProfile rules =
        chosen.stream().findFirst().orElseGet(() -> RuleProfiles.of(topology, read));
    Simulation judged = simulator.run(topology, read, rules);
    PlanVerdict verdict = judged.verdict();
    if (reports.isAsked()) {
      reports.write(reported(imported, file, judged), Exported.subject(imported, judged));
    }
    terminal
        .out()
        .print(
            json
                ? VerdictWriter.write(verdict, HostChecklist.of(file, topology, read))
                : VerdictText.of(read, verdict, Impact.of(judged.imagined().host(), read))
                    + ImaginedText.section(topology, judged.imagined())
                    + ChecklistText.of(HostChecklist.of(file, topology, read)));
    return ExitStatus.of(verdict.outcome());
  }

  private JudgedPlan reported(ImportResult imported, PlanFile file, Simulation judged) {
    return new JudgedPlan(
        plan,
        imported.provenance().path(),
        judged.plan(),
        judged.verdict(),
        PlanLines.of(file),
        ProgramVersion.TEXT);
  }

  /** The worst of several verdicts decides how the process ends. */
  private int compared(AssignmentPlan read, ProfileComparison comparison) {
    terminal
        .out()
        .print(json ? ComparisonWriter.write(comparison) : ComparisonText.of(read, comparison));
    return comparison.columns().stream()
        .map(column -> column.verdict().outcome())
        .max(Comparator.comparingInt(ValidateCommand::badness))
        .map(ExitStatus::of)
        .orElse(ExitStatus.DONE);
  }

  private static int badness(Outcome outcome) {
    return outcome.isBad() ? 2 : outcome == Outcome.UNDECIDED ? 1 : 0;
  }

  private void requireOneStandardInput() throws CommandFailure {
    if (plan.equals("-") && host.readsStandardInput()) {
      throw new CommandFailure("standard input can be the capture or the plan, not both");
    }
  }

  /** What is asked for twice is judged by once. */
  private List<RuleProfile> chosenProfiles() throws CommandFailure {
    List<RuleProfile> chosen = new ArrayList<>();
    for (String id : profiles) {
      chosen.addAll(id.equals("all") ? RuleProfiles.all() : List.of(profile(id)));
    }
    return chosen.stream().distinct().toList();
  }

  private static RuleProfile profile(String id) throws CommandFailure {
    List<String> ids = RuleProfiles.all().stream().map(RuleProfile::id).toList();
    return RuleProfiles.byId(id)
        .orElseThrow(() ->
            new CommandFailure(
                "--profile: found " + id + ", expected one of " + String.join(", ", ids)));
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
