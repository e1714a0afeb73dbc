package org.iommuscope.app.workspace;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;

/**
 * A session with the edits that led to it.
 *
 * @param past edits made, oldest first
 * @param future edits taken back, the next to be made again first
 */
public record History(List<Made> past, Session present, List<Made> future) {

  /** An edit and the plan it was made on. */
  public record Made(Intent.Edit edit, AssignmentPlan before) {}

  public History {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  public static History startingAt(Session session) {
    return new History(List.of(), session, List.of());
  }

  public boolean canUndo() {
    return !past.isEmpty();
  }

  public boolean canRedo() {
    return !future.isEmpty();
  }

  /** The history after an intent; the same one where the intent changes nothing. */
  public History after(Intent intent) {
    return switch (intent) {
      case Intent.Edit edit -> afterEdit(edit);
      case Intent.Select(var devices) -> withPresent(present.withSelection(devices));
      case Intent.AddEvidence(var further, var merged) ->
          withPresent(present.withEvidence(further, merged));
      case Intent.Renew(var imported) -> withPresent(present.withImported(imported));
      case Intent.Undo undo -> canUndo() ? undone() : this;
      case Intent.Redo redo -> canRedo() ? redone() : this;
      case Intent.GoTo(int made) -> at(made);
      case Intent.OfBoard other -> this;
    };
  }

  /** The same edits, of a plan for what is shown now. */
  History on(Session shown) {
    return withPresent(shown.withPlan(present.plan()));
  }

  /** How many edits were made since the plan was this one; all, where it never was. */
  int editsSince(AssignmentPlan plan) {
    if (present.plan().equals(plan)) {
      return 0;
    }
    int at = past.size() - 1;
    while (at > 0 && !past.get(at).before().equals(plan)) {
      at--;
    }
    return Math.max(1, past.size() - Math.max(0, at));
  }

  private History at(int made) {
    History there = this;
    while (there.past.size() > made && there.canUndo()) {
      there = there.undone();
    }
    while (there.past.size() < made && there.canRedo()) {
      there = there.redone();
    }
    return there;
  }

  private History afterEdit(Intent.Edit edit) {
    AssignmentPlan changed = edit.applyTo(present.plan());
    if (changed.equals(present.plan())) {
      return this;
    }
    return new History(
        with(past, past.size(), new Made(edit, present.plan())),
        present.withPlan(changed),
        List.of());
  }

  private History undone() {
    Made last = past.getLast();
    return new History(
        past.subList(0, past.size() - 1), present.withPlan(last.before()), with(future, 0, last));
  }

  private History redone() {
    Made next = future.getFirst();
    return new History(
        with(past, past.size(), next),
        present.withPlan(next.edit().applyTo(present.plan())),
        future.subList(1, future.size()));
  }

  private History withPresent(Session session) {
    return session.equals(present) ? this : new History(past, session, future);
  }

  private static List<Made> with(List<Made> list, int at, Made made) {
    List<Made> longer = new ArrayList<>(list);
    longer.add(at, made);
    return longer;
  }
}
