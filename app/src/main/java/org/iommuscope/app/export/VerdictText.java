package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.PlanStep;
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

  private final AssignmentPlan plan;
  private final List<String> lines = new ArrayList<>();

  private VerdictText(AssignmentPlan plan) {
    this.plan = plan;
  }

  public static String of(AssignmentPlan plan, PlanVerdict verdict) {
    VerdictText text = new VerdictText(plan);
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

  private String subject(StepVerdict step) {
    Optional<String> device = step.device().map(Object::toString);
    String guest = step.guest().map(name -> "guest " + name).orElse("");
    String group = step.group().map(id -> ", group " + id).orElse("");
    return switch (step.action()) {
      case ATTACH -> device.map(name -> name + " for ").orElse("") + guest + group;
      case DETACH -> "detach " + device.map(name -> name + " from ").orElse("") + guest + group;
      case STOP -> "stop " + guest;
      case BIND, UNBIND, CREATE_MDEV, REMOVE_MDEV, SET_VFS, SET_PARAMETER, HOT_ADD ->
          order(plan.steps().get(step.from())).orElseGet(() -> plain(step)) + group;
    };
  }

  /** What waited is done at a guest's step, and that does not tell its details. */
  private static String plain(StepVerdict step) {
    return step.action().word() + step.device().map(device -> " " + device).orElse("");
  }

  /** A step of the host's administrator, as an order. */
  private static Optional<String> order(PlanStep step) {
    return switch (step) {
      case PlanStep.Bind(var device, var driver) -> Optional.of("bind " + device + " to " + driver);
      case PlanStep.Unbind(var device) -> Optional.of("unbind " + device);
      case PlanStep.CreateMdev(var mdev) ->
          Optional.of("create " + mdev.uuid() + " of type " + mdev.type() + " on " + mdev.parent());
      case PlanStep.RemoveMdev(var uuid) -> Optional.of("remove " + uuid);
      case PlanStep.SetVfs(var pf, var count) -> Optional.of("have " + count + " VFs of " + pf);
      case PlanStep.SetParameter(var name, var value) -> Optional.of("set " + name + "=" + value);
      case PlanStep.HotAdd(var device, var group, var driver) -> Optional.of("plug in " + device);
      case PlanStep.Start start -> Optional.empty();
      case PlanStep.Stop stop -> Optional.empty();
      case PlanStep.Attach attach -> Optional.empty();
      case PlanStep.Detach detach -> Optional.empty();
    };
  }
}
