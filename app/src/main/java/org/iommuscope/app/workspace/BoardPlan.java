package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.plan.AssignmentPlan;

/**
 * One plan of the board, with all that was done to it.
 *
 * @param name unlike that of any other on the board
 * @param kept what is in its file, or what it began with
 * @param file where it was read from or saved last
 */
public record BoardPlan(String name, PlanFile kept, Optional<Path> file, History history) {

  public AssignmentPlan plan() {
    return history.present().plan();
  }

  /** The plan with what its file says besides. */
  public PlanFile whole() {
    return kept.withPlan(plan());
  }

  /** How many edits no file has. */
  public int unsaved() {
    return history.editsSince(kept.plan());
  }

  /** What it was saved over may have had comments that it has from now on. */
  BoardPlan after(Intent.OfBoard.Saved saved) {
    AssignmentPlan written = saved.plan().plan();
    boolean isAsSaved = plan().withComments(written.comments()).equals(written);
    return new BoardPlan(
        name,
        saved.plan(),
        Optional.of(saved.file()),
        isAsSaved ? history.after(new Intent.TakePlan(written)) : history);
  }

  BoardPlan withHistory(History changed) {
    return new BoardPlan(name, kept, file, changed);
  }
}
