package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Fix;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * A verdict as lines for people: a step with what stopped it, why as an indented tree, and fixes.
 */
public final class VerdictText {

  private static final String GAP = "   ";

  private final List<String> lines = new ArrayList<>();

  private VerdictText() {}

  public static String of(PlanVerdict verdict) {
    VerdictText text = new VerdictText();
    verdict.steps().forEach(text::step);
    text.lines.add("plan " + verdict.outcome().word() + " under the rules of " + verdict.profile());
    if (!verdict.assumed().isEmpty()) {
      text.lines.add("assumed, for nothing says: " + String.join(", ", verdict.assumed()));
    }
    return String.join("\n", text.lines) + "\n";
  }

  private void step(StepVerdict step) {
    String rule = step.rule().map(id -> GAP + "rule " + id).orElse("");
    String waived = step.waived() ? GAP + "waived" : "";
    lines.add(Explainer.headline(step) + GAP + subject(step) + rule + waived);
    step.message().ifPresent(message -> lines.add("  says: " + message));
    step.hint().ifPresent(hint -> lines.add("        " + hint));
    step.kernelLog().forEach(line -> lines.add("  kernel: " + line));
    step.because().forEach(cause -> cause(cause, "", 2));
    int number = 1;
    for (Fix fix : step.fixes()) {
      lines.add("  fix " + number++ + GAP + Explainer.say(fix));
    }
  }

  private void cause(Cause cause, String conjunction, int indent) {
    lines.add(" ".repeat(indent) + conjunction + Explainer.say(cause));
    String next = "because ";
    for (Cause premise : cause.because()) {
      cause(premise, next, indent + 2);
      next = "and     ";
    }
  }

  private static String subject(StepVerdict step) {
    Optional<String> device = step.device().map(Object::toString);
    String guest = step.guest().map(name -> "guest " + name).orElse("");
    String group = step.group().map(id -> ", group " + id).orElse("");
    return switch (step.action()) {
      case ATTACH -> device.map(name -> name + " for ").orElse("") + guest + group;
      case DETACH -> device.map(name -> name + " from ").orElse("") + guest + group;
      case STOP -> "stop " + guest;
      case Action host -> host.word() + device.map(name -> " " + name).orElse("") + group;
    };
  }
}
