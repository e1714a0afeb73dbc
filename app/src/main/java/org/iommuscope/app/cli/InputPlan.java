package org.iommuscope.app.cli;

import org.iommuscope.app.files.FileProblem;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;

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
}
