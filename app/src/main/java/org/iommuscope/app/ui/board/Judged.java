package org.iommuscope.app.ui.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.iommuscope.app.workspace.Board;
import org.iommuscope.app.workspace.BoardPlan;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.model.plan.AssignmentPlan;

/** The judgements of plans for one host; a plan is judged again only where it has changed. */
record Judged(Map<AssignmentPlan, Judgement> byPlan) {

  static final Judged NONE = new Judged(Map.of());

  /** The judgements of a board, with those of before that still hold. */
  Judged of(Board board, Judgement shown, Function<Session, Judgement> judge) {
    Map<AssignmentPlan, Judgement> now = new LinkedHashMap<>();
    Session session = board.current().history().present();
    for (BoardPlan plan : board.plans()) {
      Session asked = session.withPlan(plan.plan());
      Judgement known = byPlan.getOrDefault(plan.plan(), shown);
      now.put(plan.plan(), known.isOf(asked) ? known : judge.apply(asked));
    }
    return new Judged(now);
  }

  Judgement of(BoardPlan plan) {
    return Objects.requireNonNull(byPlan.get(plan.plan()));
  }
}
