package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.plan.AssignmentPlan;

/**
 * A plan of a session that has ended.
 *
 * @param kept what its file says now, or an empty plan
 * @param plan what it said when the session ended
 */
public record RestoredPlan(String name, PlanFile kept, AssignmentPlan plan, Optional<Path> file) {

  /** What no file has can be undone in one. */
  BoardPlan on(Session shown) {
    History began = History.startingAt(shown.withPlan(kept.plan()));
    return new BoardPlan(name, kept, file, began.after(new Intent.TakePlan(plan)));
  }
}
