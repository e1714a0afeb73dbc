package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanWriter;
import org.iommuscope.app.workspace.PlanStore;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.HostTopology;

/**
 * Saves plans as plan files; a plan file that is saved over keeps its comments and the keys of
 * other programs.
 */
final class SavedPlan implements PlanStore {

  @Override
  public Optional<String> save(Path file, AssignmentPlan plan, HostTopology host) {
    String text = new PlanWriter().write(known(file).withPlan(plan).madeFor(host));
    try {
      OutputFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(file + " cannot be written: " + OutputFile.reason(failure));
    }
  }

  /** What stands there; a file that holds no plan is replaced as the user said. */
  private static PlanFile known(Path file) {
    PlanFile fresh = PlanFile.of(AssignmentPlan.EMPTY);
    if (!Files.isRegularFile(file)) {
      return fresh;
    }
    try {
      return InputPlan.read(file.toString(), Terminal.ofThisProcess());
    } catch (CommandFailure noPlan) {
      return fresh;
    }
  }
}
