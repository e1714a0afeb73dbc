package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/** Finds the steps of several verdicts that answer the same question of the plan. */
final class StepAlignment {

  /** What a step asks: the same in every verdict, whatever its index. */
  private record Question(
      int from,
      Action action,
      Optional<GuestName> guest,
      Optional<DeviceRef> device,
      int occurrence) {}

  private StepAlignment() {}

  static List<ProfileComparison.Row> of(List<PlanVerdict> verdicts) {
    List<Map<Question, StepVerdict>> asked = verdicts.stream().map(StepAlignment::asked).toList();
    return order(asked).stream().map(question -> row(question, asked)).toList();
  }

  private static Map<Question, StepVerdict> asked(PlanVerdict verdict) {
    Map<Question, StepVerdict> asked = new LinkedHashMap<>();
    for (StepVerdict step : verdict.steps()) {
      int occurrence = 0;
      while (asked.containsKey(question(step, occurrence))) {
        occurrence++;
      }
      asked.put(question(step, occurrence), step);
    }
    return asked;
  }

  private static Question question(StepVerdict step, int occurrence) {
    return new Question(step.from(), step.action(), step.guest(), step.device(), occurrence);
  }

  /** A question that an earlier verdict did not have comes after the one before it in its own. */
  private static List<Question> order(List<Map<Question, StepVerdict>> asked) {
    List<Question> order = new ArrayList<>();
    for (Map<Question, StepVerdict> one : asked) {
      int next = 0;
      for (Question question : one.keySet()) {
        int known = order.indexOf(question);
        if (known < 0) {
          order.add(next, question);
        }
        next = (known < 0 ? next : known) + 1;
      }
    }
    order.sort(Comparator.comparingInt(Question::from));
    return order;
  }

  private static ProfileComparison.Row row(
      Question question, List<Map<Question, StepVerdict>> asked) {
    return new ProfileComparison.Row(
        question.from(),
        question.action(),
        question.guest(),
        question.device(),
        asked.stream().map(answers -> Optional.ofNullable(answers.get(question))).toList());
  }
}
