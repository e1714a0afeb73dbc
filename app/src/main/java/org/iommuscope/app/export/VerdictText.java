package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.model.impact.Advice;
import org.iommuscope.model.impact.HostLosses;
import org.iommuscope.model.impact.Impact;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Fix;
import org.iommuscope.model.verdict.Holder;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * A verdict as lines for people: a step with what stopped it, why as an indented tree, and fixes.
 */
public final class VerdictText {

  private static final String GAP = "   ";

  private final StepWords words;
  private final List<String> lines = new ArrayList<>();

  private VerdictText(AssignmentPlan plan) {
    this.words = new StepWords(plan);
  }

  /** The lines of a plan's verdict, and of what to know before it is carried out. */
  public static String of(AssignmentPlan plan, PlanVerdict verdict, Impact impact) {
    VerdictText text = new VerdictText(plan);
    verdict.steps().forEach(text::step);
    text.lines.add("plan " + verdict.outcome().word() + " under the rules of " + verdict.profile());
    if (!verdict.assumed().isEmpty()) {
      text.lines.add("assumed, for nothing says: " + String.join(", ", verdict.assumed()));
    }
    text.waivers(new WaiverUse(plan, verdict).sentences());
    text.losses(impact.losses());
    text.advice(impact.advice());
    return String.join("\n", text.lines) + "\n";
  }

  private void waivers(List<String> sentences) {
    if (!sentences.isEmpty()) {
      lines.add("waivers");
      sentences.forEach(sentence -> lines.add("  " + sentence));
    }
  }

  private void losses(HostLosses losses) {
    if (losses.leaving().isEmpty()) {
      return;
    }
    lines.add(headline(losses));
    losses.sentences().forEach(sentence -> lines.add("  " + sentence));
    losses.gaps().forEach(gap -> lines.add("  " + gap));
  }

  private void advice(List<Advice> advice) {
    if (!advice.isEmpty()) {
      lines.add("worth knowing");
      advice.forEach(each -> lines.add("  " + each.sentence()));
    }
  }

  /** What stands above the losses. */
  static String headline(HostLosses losses) {
    if (!losses.losses().isEmpty()) {
      return "the host would lose";
    }
    return losses.gaps().isEmpty()
        ? "the host would lose nothing that it uses"
        : "nothing is known of what the host would lose";
  }

  private void step(StepVerdict step) {
    String rule = step.rule().map(id -> GAP + "rule " + id).orElse("");
    String waived = step.waived() ? GAP + "waived" : "";
    lines.add(step.index() + GAP + Explainer.headline(step) + GAP + words.of(step) + rule + waived);
    step.message().ifPresent(message -> lines.add("  says: " + message));
    step.hint().ifPresent(hint -> lines.add("        " + hint));
    step.kernelLog().forEach(line -> lines.add("  kernel: " + line));
    step.heldBy().ifPresent(this::holder);
    step.because().forEach(cause -> cause(cause, "", 2));
    int number = 1;
    for (Fix fix : step.fixes()) {
      lines.add("  fix " + number++ + GAP + Explainer.say(fix));
    }
  }

  private void holder(Holder holder) {
    lines.add(
        "  held by guest "
            + holder.guest()
            + " with "
            + holder.device()
            + " since step "
            + holder.since());
  }

  private void cause(Cause cause, String conjunction, int indent) {
    lines.add(" ".repeat(indent) + conjunction + Explainer.say(cause));
    String next = "because ";
    for (Cause premise : cause.because()) {
      cause(premise, next, indent + 2);
      next = "and     ";
    }
  }
}
