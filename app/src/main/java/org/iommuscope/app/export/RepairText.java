package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iommuscope.model.planning.Price;
import org.iommuscope.model.planning.PricedChange;
import org.iommuscope.model.planning.Repair;
import org.iommuscope.model.planning.RepairAnswer;
import org.iommuscope.model.planning.Wish;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.StepVerdict;

/** What came of the search for a repair, as lines for people. */
public final class RepairText {

  private RepairText() {}

  public static String of(RepairAnswer answer) {
    return switch (answer) {
      case RepairAnswer.Lawful lawful -> "nothing to repair: every step attaches\n";
      case RepairAnswer.Repaired(List<Repair> repairs) -> repairs(repairs);
      case RepairAnswer.Contradiction contradiction -> contradiction(contradiction);
      case RepairAnswer.Unanswered(List<StepVerdict> steps) ->
          "no change answers the question\n  " + stopped(steps.getFirst()) + "\n";
      case RepairAnswer.GaveUp(int judged) ->
          "no repair was found among the %,d plans that were tried; there may be one\n"
              .formatted(judged);
      case RepairAnswer.Cancelled cancelled -> "the search was cancelled\n";
    };
  }

  private static String repairs(List<Repair> repairs) {
    List<String> lines = new ArrayList<>();
    int number = 1;
    for (Repair repair : repairs) {
      lines.add("repair %d   %s".formatted(number++, cost(repair)));
      for (PricedChange change : repair.changes()) {
        lines.add("  " + Explainer.say(change.change()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** What a repair costs, and why: {@code costs 101: the host loses a device, …}. */
  public static String cost(Repair repair) {
    Map<Price, Long> counts =
        repair.prices().stream()
            .collect(
                Collectors.groupingBy(price -> price, LinkedHashMap::new, Collectors.counting()));
    return "costs %d: ".formatted(repair.points())
        + counts.entrySet().stream()
            .map(entry -> entry.getKey().words() + times(entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String times(long count) {
    return count == 1 ? "" : " (" + count + " times)";
  }

  private static String contradiction(RepairAnswer.Contradiction found) {
    List<String> lines = new ArrayList<>();
    lines.add("no repair: " + kind(found));
    for (Wish wish : found.wishes()) {
      lines.add("  guest %s wants %s".formatted(wish.guest(), wish.device()));
    }
    found.steps().stream().findFirst().ifPresent(step -> lines.add("  for: " + stopped(step)));
    return String.join("\n", lines) + "\n";
  }

  private static String kind(RepairAnswer.Contradiction found) {
    if (found.ordered()) {
      return found.wishes().isEmpty()
          ? "a step of the plan itself cannot work"
          : "the steps of the plan, in their order, contradict what is wished";
    }
    return found.wishes().size() == 1
        ? "this wish cannot be granted, whatever else the plan says"
        : "these wishes contradict each other, and any one less would do";
  }

  private static String stopped(StepVerdict step) {
    String why = step.because().stream().findFirst().map(Explainer::say).orElse("");
    return Explainer.headline(step)
        + step.device().map(device -> ", " + device).orElse("")
        + (why.isEmpty() ? "" : ", " + why);
  }
}
