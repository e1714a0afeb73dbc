package org.iommuscope.app.cli;

import java.util.Optional;
import org.iommuscope.app.files.FileProblem;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanOnHost;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.topology.HostTopology;

/** Reads the plan that a command line names. */
final class InputPlan {

  private InputPlan() {}

  /**
   * Reads a plan file.
   *
   * @param name a file's, or {@code -} for standard input
   */
  static PlanFile read(String name, Terminal terminal) throws CommandFailure {
    PlanReader reader = new PlanReader(RuleProfiles.all().stream().map(RuleProfile::id).toList());
    return switch (reader.read(name, InputFile.read(name, terminal))) {
      case PlanReading.Opened(PlanFile file) -> file;
      case PlanReading.Refused(FileProblem problem) -> throw new CommandFailure(problem.sentence());
    };
  }

  /** The plan of a file that was read, if it is one for this host. */
  static AssignmentPlan on(HostTopology host, String name, PlanFile file) throws CommandFailure {
    Optional<FileProblem> problem = new PlanOnHost(name, file, host).problem();
    if (problem.isPresent()) {
      throw new CommandFailure(problem.get().sentence());
    }
    return file.plan();
  }
}
