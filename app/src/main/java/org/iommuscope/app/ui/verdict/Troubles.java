package org.iommuscope.app.ui.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.board.NotesViewModel;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.StepVerdict;

/** Puts the bad and the open steps of a judgement into words. */
final class Troubles {

  private final Judgement judgement;
  private final QuestionAnswers answers;

  Troubles(Judgement judgement) {
    this.judgement = judgement;
    this.answers = new QuestionAnswers(judgement.session());
  }

  List<Trouble> all() {
    return judgement.verdict().steps().stream()
        .filter(step -> step.outcome().isBad() || step.outcome() == Outcome.UNDECIDED)
        .map(this::trouble)
        .toList();
  }

  private Trouble trouble(StepVerdict step) {
    List<Trouble.Line> because = new ArrayList<>();
    step.because().forEach(cause -> append(cause, 0, because));
    return new Trouble(
        Answer.of(step.outcome()),
        title(step),
        place(step),
        because,
        Stream.of(step.message().stream(), step.hint().stream(), step.kernelLog().stream())
            .flatMap(lines -> lines)
            .toList(),
        step.outcome() == Outcome.UNDECIDED ? answers.to(step) : fixes(step),
        step.outcome() == Outcome.UNDECIDED ? answers.wantedBy(step) : List.of(),
        step.device(),
        step.counts() ? NotesViewModel.waiverOf(step) : Optional.empty());
  }

  private static List<Trouble.Remedy> fixes(StepVerdict step) {
    return step.fixes().stream()
        .map(fix -> new Trouble.Remedy(Explainer.say(fix), new Intent.ApplyFix(fix.change())))
        .toList();
  }

  private void append(Cause cause, int depth, List<Trouble.Line> lines) {
    lines.add(new Trouble.Line(depth, Explainer.say(cause)));
    cause.because().forEach(deeper -> append(deeper, depth + 1, lines));
  }

  /** "0000:04:00.1 for guest B: REFUSED at Q4 with EBUSY". */
  private static String title(StepVerdict step) {
    return StepTitles.of(step)
        + ": "
        + Explainer.headline(step)
        + (step.waived() ? ", waived" : "");
  }

  /** "rule group-opens-once, group 7". */
  private static String place(StepVerdict step) {
    return Stream.<Optional<String>>of(
            step.rule().map(rule -> "rule " + rule), step.group().map(group -> "group " + group))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}
