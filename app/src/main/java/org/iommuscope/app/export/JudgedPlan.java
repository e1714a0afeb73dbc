package org.iommuscope.app.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.iommuscope.app.files.PlanLines;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * A plan with its verdict, for the reports that pipelines read.
 *
 * @param file the plan's file as the user named it
 * @param host the capture as the user named it
 * @param lines where the file says what
 * @param version of this program
 */
public record JudgedPlan(
    String file,
    String host,
    AssignmentPlan plan,
    PlanVerdict verdict,
    PlanLines lines,
    String version) {

  WaiverUse waivers() {
    return new WaiverUse(plan, verdict);
  }

  StepWords words() {
    return new StepWords(plan);
  }

  /** How many steps count against the plan. */
  long refused() {
    return count(StepVerdict::counts);
  }

  long undecided() {
    return count(step -> step.outcome() == Outcome.UNDECIDED);
  }

  long waived() {
    return count(StepVerdict::waived);
  }

  /** The answer in one sentence: what counts, what is open, what is waived. */
  String summary() {
    List<String> parts =
        Stream.of(
                part(refused(), "refused"),
                part(undecided(), "undecided"),
                part(waived(), "waived"))
            .flatMap(Optional::stream)
            .toList();
    long expired = waivers().expired();
    String late =
        expired == 0
            ? ""
            : ", "
                + expired
                + " of the refused "
                + (expired == 1 ? "has" : "have")
                + " an expired waiver";
    return (parts.isEmpty() ? "every step attaches" : String.join(", ", parts))
        + (parts.isEmpty() ? "" : " of " + number(verdict.steps().size()))
        + late;
  }

  /** What QEMU and the kernel print at a step. */
  static List<String> printed(StepVerdict step) {
    return Stream.of(
            step.message().stream(),
            step.hint().stream(),
            step.kernelLog().stream().map(line -> "kernel: " + line))
        .flatMap(Function.identity())
        .toList();
  }

  /** Why a step ends as it does, as an indented tree with a cause a line. */
  static Stream<String> causes(List<Cause> causes, String indent) {
    return causes.stream()
        .flatMap(cause ->
            Stream.concat(
                Stream.of(indent + Explainer.say(cause)), causes(cause.because(), indent + "  ")));
  }

  private long count(Predicate<StepVerdict> wanted) {
    return verdict.steps().stream().filter(wanted).count();
  }

  private static Optional<String> part(long count, String what) {
    return count == 0 ? Optional.empty() : Optional.of(count + " " + what);
  }

  private static String number(int steps) {
    return steps == 1 ? "1 step" : steps + " steps";
  }
}
