package org.iommuscope.app.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.files.FileProblem;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanOnHost;
import org.iommuscope.app.files.PlanReader;
import org.iommuscope.app.files.PlanReading;
import org.iommuscope.imports.definitions.Definitions;
import org.iommuscope.imports.definitions.Source;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.topology.HostTopology;

/** Reads the plan that a command line names. */
final class InputPlan {

  private InputPlan() {}

  /**
   * Reads a plan file, or a definition of another program.
   *
   * @param name a file's, or {@code -} for standard input
   */
  static PlanFile read(String name, Terminal terminal) throws CommandFailure {
    return read(name, Optional.empty(), terminal);
  }

  /**
   * Reads a plan file, or a definition of another program.
   *
   * @param host where a definition finds the devices that it names by slot or by ids
   */
  static PlanFile read(String name, Optional<HostTopology> host, Terminal terminal)
      throws CommandFailure {
    byte[] content = InputFile.read(name, terminal);
    Source source = new Source(name, new String(content, StandardCharsets.UTF_8));
    if (!source.text().stripLeading().startsWith("{") && Definitions.recognise(source)) {
      return InputDefinition.plan(List.of(source), host, terminal);
    }
    PlanReader reader = new PlanReader(RuleProfiles.all().stream().map(RuleProfile::id).toList());
    return switch (reader.read(name, content)) {
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
