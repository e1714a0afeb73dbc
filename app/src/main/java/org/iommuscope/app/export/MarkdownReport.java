package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Fix;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/** A verdict as Markdown for a comment: a table of the steps, then what stopped each. */
public final class MarkdownReport {

  /** Below the 65,536 characters that a comment may have on GitHub. */
  private static final int ROOM = 60_000;

  /** More steps than that, and those that attach are counted only. */
  private static final int FEW = 40;

  private final JudgedPlan judged;
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport(JudgedPlan judged) {
    this.judged = judged;
  }

  /** The Markdown text of a verdict. */
  public static String of(JudgedPlan judged) {
    MarkdownReport report = new MarkdownReport(judged);
    report.heading();
    report.table();
    report.details();
    report.waivers();
    report.assumed();
    return report.out.toString();
  }

  private void heading() {
    PlanVerdict verdict = judged.verdict();
    out.append("## Plan ").append(MarkdownText.of(judged.file())).append(": ");
    out.append(verdict.outcome().word()).append("\n\n");
    out.append(MarkdownText.of(judged.summary())).append(", under the rules of ");
    out.append(verdict.profile()).append(" on ").append(MarkdownText.of(judged.host()));
    out.append(".\n");
  }

  private void table() {
    List<StepVerdict> steps = judged.verdict().steps();
    List<StepVerdict> shown =
        steps.size() <= FEW ? steps : steps.stream().filter(MarkdownReport::isStopped).toList();
    if (!shown.isEmpty()) {
      out.append("\n| Step | What | Answer | Rule |\n|---:|---|---|---|\n");
      append(shown.stream().map(this::row).toList(), "rows");
    }
    if (shown.size() < steps.size()) {
      out.append("\n").append(steps.size() - shown.size()).append(" more steps attach.\n");
    }
  }

  private String row(StepVerdict step) {
    String answer = MarkdownText.of(Explainer.headline(step));
    return "| %d | %s | %s | %s |\n"
        .formatted(
            step.index(),
            MarkdownText.of(judged.words().of(step)),
            (step.counts() ? "**" + answer + "**" : answer) + (step.waived() ? ", waived" : ""),
            step.rule().map(rule -> MarkdownText.of(rule.text())).orElse(""));
  }

  private void details() {
    append(
        judged.verdict().steps().stream()
            .filter(MarkdownReport::isStopped)
            .map(this::detail)
            .toList(),
        "steps");
  }

  private String detail(StepVerdict step) {
    StringBuilder text = new StringBuilder("\n### Step ").append(step.index()).append(": ");
    text.append(MarkdownText.of(judged.words().of(step))).append("\n");
    List<String> printed = JudgedPlan.printed(step);
    if (!printed.isEmpty()) {
      text.append("\n").append(MarkdownText.fenced(printed));
    }
    if (!step.because().isEmpty()) {
      text.append("\nBecause\n\n");
      causes(step.because(), "", text);
    }
    fixes(step.fixes(), text);
    WaiverUse waivers = judged.waivers();
    waivers.of(step).ifPresent(by -> said(text, "Waived: ", WaiverUse.justification(by)));
    waivers
        .expiredOf(step)
        .ifPresent(by -> said(text, "Its waiver has expired: ", WaiverUse.justification(by)));
    return text.toString();
  }

  private static void said(StringBuilder text, String what, String of) {
    text.append("\n").append(what).append(MarkdownText.of(of)).append("\n");
  }

  private static void causes(List<Cause> causes, String indent, StringBuilder text) {
    for (Cause cause : causes) {
      text.append(indent).append("- ").append(MarkdownText.of(Explainer.say(cause))).append("\n");
      causes(cause.because(), indent + "  ", text);
    }
  }

  private static void fixes(List<Fix> fixes, StringBuilder text) {
    if (fixes.isEmpty()) {
      return;
    }
    text.append(fixes.size() == 1 ? "\nWhat would help\n\n" : "\nAny of these would help\n\n");
    int number = 1;
    for (Fix fix : fixes) {
      text.append(number++).append(". ").append(MarkdownText.of(Explainer.say(fix))).append("\n");
    }
  }

  private void waivers() {
    List<String> sentences = judged.waivers().sentences();
    if (!sentences.isEmpty()) {
      out.append("\n### Waivers\n\n");
      append(
          sentences.stream().map(each -> "- " + MarkdownText.of(each) + "\n").toList(), "waivers");
    }
  }

  private void assumed() {
    if (!judged.verdict().assumed().isEmpty()) {
      String names = String.join(", ", judged.verdict().assumed());
      out.append("\nAssumed, for nothing says: ").append(MarkdownText.of(names)).append(".\n");
    }
  }

  /** As many parts as there is room for. */
  private void append(List<String> parts, String what) {
    List<String> left = new ArrayList<>();
    for (String part : parts) {
      if (left.isEmpty() && out.length() + part.length() <= ROOM) {
        out.append(part);
      } else {
        left.add(part);
      }
    }
    if (!left.isEmpty()) {
      out.append("\n").append(left.size()).append(" more ").append(what);
      out.append(" would make this too long for a comment; the HTML report has them.\n");
    }
  }

  private static boolean isStopped(StepVerdict step) {
    return step.outcome().isBad() || step.outcome() == Outcome.UNDECIDED;
  }
}
