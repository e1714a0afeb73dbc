package org.iommuscope.app.cli;

import java.util.concurrent.Callable;
import org.iommuscope.app.files.PlanMerge;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanWriter;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merges two plan files that were made from one. */
@Command(
    name = "merge-plan",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = {
      "Merges two plan files that were made from one, guest by guest and device by device.",
      "As git's merge driver: git config merge.iommuscope-plan.driver"
          + " \"iommuscope merge-plan %%O %%A %%B -o %%A\", and in .gitattributes:"
          + " *.plan.json merge=iommuscope-plan"
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:merged",
      "1:both changed the same thing; ours is kept there, and x-conflicts in the file names it",
      "2:wrong usage or unreadable input"
    })
final class MergePlanCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "BASE", description = "The plan that both began with.")
  private String base = "";

  @Parameters(index = "1", paramLabel = "OURS", description = "The plan that wins a conflict.")
  private String ours = "";

  @Parameters(index = "2", paramLabel = "THEIRS", description = "The other plan.")
  private String theirs = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PLAN",
      description = "Where to write the merged plan; else standard output.")
  private @Nullable String output;

  MergePlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    PlanReader reader = new PlanReader(RuleProfiles.all().stream().map(RuleProfile::id).toList());
    PlanMerge.Merged merged =
        PlanMerge.of(
            InputPlan.read(base, terminal),
            InputPlan.read(ours, terminal),
            InputPlan.read(theirs, terminal),
            reader);
    if (output == null) {
      terminal.out().print(new PlanWriter().write(merged.file()));
    } else {
      OutputPlan.write(output, merged.file());
    }
    merged.conflicts().forEach(conflict -> terminal.err().println(conflict.sentence()));
    merged
        .contradiction()
        .ifPresent(problem -> terminal.err().println(problem.sentence() + "; ours is kept whole"));
    return merged.isClean() ? ExitStatus.DONE : ExitStatus.REFUSED;
  }
}
