package org.iommuscope.app.workspace;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Waiver;

/** The edits of a plan's waivers. */
final class WaiverEdits {

  private WaiverEdits() {}

  /** It stands where the first one of its rule and device stood, else last. */
  static AssignmentPlan add(AssignmentPlan plan, Waiver waiver) {
    List<Waiver> changed = new ArrayList<>();
    for (Waiver known : plan.waivers()) {
      if (!isOfSame(known, waiver)) {
        changed.add(known);
      } else if (!changed.contains(waiver)) {
        changed.add(waiver);
      }
    }
    if (!changed.contains(waiver)) {
      changed.add(waiver);
    }
    return plan.withWaivers(changed);
  }

  static AssignmentPlan remove(AssignmentPlan plan, Waiver waiver) {
    return plan.withWaivers(
        plan.waivers().stream().filter(known -> !known.equals(waiver)).toList());
  }

  private static boolean isOfSame(Waiver one, Waiver two) {
    return one.rule().equals(two.rule()) && one.device().equals(two.device());
  }
}
