package org.iommuscope.app.ui.board;

import java.util.List;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.workspace.BoardPlan;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.verdict.StepVerdict;

/** Puts plans of the board into words. */
final class PlanCards {

  private PlanCards() {}

  /** A plan whose verdict is that of before, until there is another. */
  static PlanCard unjudged(BoardPlan plan, boolean shown, List<PlanCard> before) {
    PlanCard last =
        before.stream()
            .filter(card -> card.name().equals(plan.name()))
            .findFirst()
            .orElseGet(() -> card(plan, shown, Answer.UNASKED, "is being judged", List.of()));
    return card(plan, shown, last.answer(), last.words(), last.costs());
  }

  static PlanCard of(BoardPlan plan, boolean shown, Judgement judgement) {
    List<StepVerdict> bad =
        judgement.verdict().steps().stream().filter(StepVerdict::counts).toList();
    return card(
        plan,
        shown,
        answer(judgement, bad),
        words(judgement, bad),
        judgement.impact().losses().losses().stream()
            .map(loss -> loss.use().label() + " with " + loss.device())
            .distinct()
            .toList());
  }

  private static PlanCard card(
      BoardPlan plan, boolean shown, Answer answer, String words, List<String> costs) {
    return new PlanCard(
        plan.name(),
        shown,
        answer,
        words,
        size(plan.plan()),
        kept(plan),
        costs,
        plan.plan().comment(new Commented.WholePlan()));
  }

  private static Answer answer(Judgement judgement, List<StepVerdict> bad) {
    return judgement.verdict().steps().isEmpty()
        ? Answer.UNASKED
        : bad.stream()
            .findFirst()
            .map(step -> Answer.of(step.outcome()))
            .orElseGet(() -> Answer.of(judgement.verdict().outcome()));
  }

  private static String words(Judgement judgement, List<StepVerdict> bad) {
    int steps = judgement.verdict().steps().size();
    long waived = judgement.verdict().steps().stream().filter(StepVerdict::waived).count();
    String said =
        switch (judgement.verdict().outcome()) {
          case UNDECIDED -> "Nothing is refused, but not everything can be told";
          case REFUSED -> bad.size() + " of " + count(steps, "step") + " would not work";
          case ATTACHES, DONE, REUSES, UNSAFE, CRASHES, BLOCKS ->
              steps == 0 ? "No step yet" : "All " + count(steps, "step") + " attach";
        };
    return waived == 0 ? said : said + ", " + waived + " waived";
  }

  private static String size(AssignmentPlan plan) {
    int devices = plan.guests().stream().mapToInt(guest -> guest.devices().size()).sum();
    return count(plan.guests().size(), "guest") + ", " + count(devices, "device");
  }

  private static String kept(BoardPlan plan) {
    String unsaved = plan.unsaved() == 0 ? "" : count(plan.unsaved(), "edit") + " not saved";
    return plan.file()
        .map(file -> file.getFileName() + (unsaved.isEmpty() ? ", saved" : ", " + unsaved))
        .orElse(unsaved.isEmpty() ? "nothing to save" : unsaved);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
