package org.iommuscope.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanWriter;
import org.iommuscope.app.workspace.PlanStore;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.topology.HostTopology;

/**
 * Saves plans as plan files; a plan file that is saved over keeps its comments and the keys of
 * other programs.
 */
final class SavedPlan implements PlanStore {

  @Override
  public Saved save(Path file, PlanFile plan, HostTopology host) {
    PlanFile whole = (plan.isOfNoFile() ? over(known(file), plan.plan()) : plan).madeFor(host);
    String text = new PlanWriter().write(whole);
    try {
      OutputFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      return new Saved(whole.asWritten(), Optional.empty());
    } catch (IOException failure) {
      return new Saved(
          plan, Optional.of(file + " cannot be written: " + OutputFile.reason(failure)));
    }
  }

  /** What is said there stays said, unless the plan says otherwise. */
  private static PlanFile over(PlanFile known, AssignmentPlan plan) {
    Map<Commented, String> comments = new LinkedHashMap<>(known.plan().comments());
    comments.putAll(plan.comments());
    return known.withPlan(plan.withComments(comments));
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
