package org.iommuscope.app.export;

import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Fix;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/** The section about the verdict: each step with what is printed, why, and what would help. */
final class HtmlVerdict {

  private final StepWords words;
  private final PlanVerdict verdict;
  private final WaiverUse waivers;
  private final HtmlWriter out;

  HtmlVerdict(AssignmentPlan plan, PlanVerdict verdict, HtmlWriter out) {
    this.words = new StepWords(plan);
    this.verdict = verdict;
    this.waivers = new WaiverUse(plan, verdict);
    this.out = out;
  }

  /** The class of a badge, by what an outcome means to the plan. */
  static String badge(Outcome outcome) {
    return switch (outcome) {
      case ATTACHES, DONE, REUSES -> "badge yes";
      case REFUSED, UNSAFE, CRASHES, BLOCKS -> "badge no";
      case UNDECIDED -> "badge unsure";
    };
  }

  void write() {
    if (verdict.steps().isEmpty()) {
      return;
    }
    out.begin("section", "id", "verdict").element("h2", "Verdict, step by step");
    out.begin("ol", "class", "steps");
    verdict.steps().forEach(this::step);
    out.end();
    if (!verdict.assumed().isEmpty()) {
      out.element("p", "Assumed, for nothing says: " + String.join(", ", verdict.assumed()) + ".");
    }
    waivers();
    out.end();
  }

  private void waivers() {
    List<String> sentences = waivers.sentences();
    if (!sentences.isEmpty()) {
      out.element("h3", "Waivers").begin("ul");
      sentences.forEach(sentence -> out.element("li", sentence));
      out.end();
    }
  }

  private void step(StepVerdict step) {
    out.begin("li").begin("p");
    out.element("strong", Explainer.headline(step), "class", badge(step.outcome()));
    out.text(" ").element("span", words.of(step));
    step.rule().ifPresent(rule -> out.element("span", "rule " + rule, "class", "rule"));
    if (step.waived()) {
      out.element("span", "waived", "class", "rule");
    }
    out.end();
    printed(step);
    causes("Because", step.because());
    fixes(step.fixes());
    out.end();
  }

  /** What QEMU and the kernel print. */
  private void printed(StepVerdict step) {
    StringBuilder lines = new StringBuilder();
    step.message().ifPresent(message -> lines.append(message).append('\n'));
    step.hint().ifPresent(hint -> lines.append(hint).append('\n'));
    step.kernelLog().forEach(line -> lines.append("kernel: ").append(line).append('\n'));
    if (!lines.isEmpty()) {
      out.element("pre", lines.toString().stripTrailing());
    }
  }

  private void causes(String title, List<Cause> causes) {
    if (causes.isEmpty()) {
      return;
    }
    if (!title.isEmpty()) {
      out.element("h3", title);
    }
    out.begin("ul");
    for (Cause cause : causes) {
      out.begin("li").text(Explainer.say(cause));
      causes("", cause.because());
      out.end();
    }
    out.end();
  }

  private void fixes(List<Fix> fixes) {
    if (fixes.isEmpty()) {
      return;
    }
    out.element("h3", fixes.size() == 1 ? "What would help" : "Any of these would help");
    out.begin("ol");
    fixes.forEach(fix -> out.element("li", Explainer.say(fix)));
    out.end();
  }
}
