package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.planning.OrderAnswer;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.StepVerdict;

/** Which order of a plan's steps works, as lines for people. */
public final class OrderText {

  private OrderText() {}

  public static String of(OrderAnswer answer) {
    return switch (answer) {
      case OrderAnswer.AsWritten(var plan) -> "the order as written works\n" + steps(plan.steps());
      case OrderAnswer.Reordered(var plan) -> "this order works\n" + steps(plan.steps());
      case OrderAnswer.Never never -> never(never);
      case OrderAnswer.GaveUp(int judged) ->
          "no order was found among the %,d beginnings that were tried; there may be one\n"
              .formatted(judged);
    };
  }

  private static String steps(List<PlanStep> steps) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < steps.size(); at++) {
      lines.add("  %d   %s\n".formatted(at, StepWords.of(steps.get(at))));
    }
    return String.join("", lines);
  }

  private static String never(OrderAnswer.Never never) {
    List<GuestName> guests = never.guests();
    String names = guests.stream().map(GuestName::text).collect(Collectors.joining(" and "));
    String sentence =
        switch (guests.size()) {
          case 1 -> "no order works: guest " + names + " is refused even alone";
          case 2 -> "no order works: the guests " + names + " cannot be ordered";
          default ->
              "no order works: each two of the guests "
                  + names
                  + " can be ordered, and all of them together cannot";
        };
    return sentence
        + "\n"
        + never.steps().stream().map(OrderText::why).collect(Collectors.joining());
  }

  private static String why(StepVerdict step) {
    String because =
        step.because().stream().map(Explainer::say).findFirst().map(why -> ": " + why).orElse("");
    return "  guest "
        + step.guest().map(GuestName::text).orElse("")
        + step.device().map(device -> ", " + device).orElse("")
        + ", "
        + Explainer.headline(step)
        + because
        + "\n";
  }
}
