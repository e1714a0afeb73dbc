package org.iommuscope.app.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.plan.WaiverConflict;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/** What became of a plan's waivers: which steps they cover, which have expired, which clash. */
final class WaiverUse {

  private final AssignmentPlan plan;
  private final PlanVerdict verdict;

  WaiverUse(AssignmentPlan plan, PlanVerdict verdict) {
    this.plan = plan;
    this.verdict = verdict;
  }

  /** A sentence for every waiver, then one for every two that contradict each other. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    plan.waivers().forEach(waiver -> sentences.add(sentence(waiver)));
    WaiverConflict.of(plan.waivers()).forEach(clash -> sentences.add(clash.sentence()));
    return sentences;
  }

  /** The waiver by which a step is waived: of several the one that lasts longest. */
  Optional<Waiver> of(StepVerdict step) {
    return step.waived() ? longest(step) : Optional.empty();
  }

  /** The waiver that would cover a step had it not expired. */
  Optional<Waiver> expiredOf(StepVerdict step) {
    return step.counts() ? longest(step) : Optional.empty();
  }

  /** Why a step is waived, and for how long. */
  static String justification(Waiver waiver) {
    return comment(waiver).map(comment -> comment + ", ").orElse("") + until(waiver);
  }

  /** How many refusals count again because their waiver has expired. */
  long expired() {
    return verdict.steps().stream().filter(step -> expiredOf(step).isPresent()).count();
  }

  private Optional<Waiver> longest(StepVerdict step) {
    return plan.waivers().stream()
        .filter(waiver -> covers(waiver, step))
        .max(Comparator.comparing(waiver -> waiver.until().orElse(LocalDate.MAX)));
  }

  private String sentence(Waiver waiver) {
    List<StepVerdict> covered =
        verdict.steps().stream().filter(step -> covers(waiver, step)).toList();
    String name =
        waiver.rule()
            + waiver.device().map(device -> " for " + device).orElse("")
            + comment(waiver).map(comment -> " (" + comment + ")").orElse("");
    if (covered.isEmpty()) {
      return "the waiver of " + name + ", " + until(waiver) + ", covers no step";
    }
    boolean holds = covered.stream().anyMatch(step -> of(step).filter(waiver::equals).isPresent());
    boolean counts = covered.stream().anyMatch(StepVerdict::counts);
    String steps = steps(covered);
    if (counts) {
      return "the waiver of %s, %s, has expired: %s %s"
          .formatted(name, until(waiver), steps, covered.size() == 1 ? "counts" : "count");
    }
    return holds
        ? "the waiver of " + name + ", " + until(waiver) + ", covers " + steps
        : "the waiver of "
            + name
            + ", "
            + until(waiver)
            + ", is not needed: another covers "
            + steps;
  }

  private static boolean covers(Waiver waiver, StepVerdict step) {
    return step.outcome().isBad()
        && step.rule().filter(rule -> rule.text().equals(waiver.rule())).isPresent()
        && (waiver.device().isEmpty() || waiver.device().equals(step.device()));
  }

  /** In one line. */
  private static Optional<String> comment(Waiver waiver) {
    return waiver.comment().map(comment -> comment.strip().replaceAll("\\s+", " "));
  }

  private static String steps(List<StepVerdict> steps) {
    List<String> numbers = steps.stream().map(step -> "step " + step.index()).toList();
    return String.join(" and ", numbers);
  }

  private static String until(Waiver waiver) {
    return waiver.until().map(day -> "until " + day).orElse("without an end");
  }
}
