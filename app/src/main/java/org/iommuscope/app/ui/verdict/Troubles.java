package org.iommuscope.app.ui.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.StepVerdict;

/** Puts the bad and the open steps of a judgement into words. */
final class Troubles {

  private final Judgement judgement;

  Troubles(Judgement judgement) {
    this.judgement = judgement;
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
        step.fixes().stream()
            .map(fix -> new Trouble.Remedy(fix.change().toString(), fix.change()))
            .toList());
  }

  private void append(Cause cause, int depth, List<Trouble.Line> lines) {
    lines.add(new Trouble.Line(depth, cause.statement().toString()));
    cause.because().forEach(deeper -> append(deeper, depth + 1, lines));
  }

  /** "attach 0000:04:00.1 to guest B is refused". */
  private static String title(StepVerdict step) {
    String what =
        step.device()
            .map(device -> step.action().word() + " " + device)
            .orElse(step.action().word());
    String whom = step.guest().map(guest -> ", guest " + guest).orElse("");
    return what + whom + ": " + step.outcome().word();
  }

  /** "Q4 · EBUSY · rule group-opens-once · group 7". */
  private static String place(StepVerdict step) {
    return Stream.<Optional<String>>of(
            step.at().map(at -> "step " + at.name()),
            step.errno().map(errno -> errno.name().toUpperCase(Locale.ROOT)),
            step.rule().map(rule -> "rule " + rule),
            step.group().map(group -> "group " + group))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }
}
