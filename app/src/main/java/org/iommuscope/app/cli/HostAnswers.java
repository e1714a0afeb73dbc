package org.iommuscope.app.cli;

import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Renaming;
import org.iommuscope.model.topology.DeviceRef;
import picocli.CommandLine.Option;

/** What a user answers where a plan was made for another host. */
final class HostAnswers {

  @Option(
      names = "--take",
      paramLabel = "OLD=NEW",
      description = "Which device of this host the plan means by one of the host it was made for.")
  private List<String> answers = List.of();

  /** The plan with the devices that were meant. */
  AssignmentPlan taken(AssignmentPlan read) throws CommandFailure {
    AssignmentPlan renamed = read;
    for (String answer : answers) {
      String[] names = answer.split("=", -1);
      if (names.length != 2) {
        throw new CommandFailure(
            "--take: found " + answer + ", expected a device of the plan = a device of the host");
      }
      renamed = Renaming.of(renamed, DeviceRef.parse(names[0]), DeviceRef.parse(names[1]));
    }
    return renamed;
  }
}
