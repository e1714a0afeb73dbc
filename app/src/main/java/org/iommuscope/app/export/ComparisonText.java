package org.iommuscope.app.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.ProfileComparison;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.StepVerdict;

/** What changes from one rule profile to the next, as lines for people. */
public final class ComparisonText {

  private final StepWords words;
  private final ProfileComparison comparison;
  private final List<String> lines = new ArrayList<>();

  private ComparisonText(AssignmentPlan plan, ProfileComparison comparison) {
    this.words = new StepWords(plan);
    this.comparison = comparison;
  }

  public static String of(AssignmentPlan plan, ProfileComparison comparison) {
    ComparisonText text = new ComparisonText(plan, comparison);
    comparison.columns().forEach(text::column);
    comparison.changes().forEach(text::change);
    text.rest();
    return String.join("\n", text.lines) + "\n";
  }

  private void column(ProfileComparison.Column column) {
    String kernel =
        column.kernel().map(version -> "judged as Linux " + version).orElse("a proposal");
    lines.add("%-24s plan %-10s %s".formatted(column.profile().id(), outcome(column), kernel));
  }

  private static String outcome(ProfileComparison.Column column) {
    return column.verdict().outcome().word();
  }

  private void change(ProfileComparison.Row row) {
    lines.add("");
    row.answers().stream()
        .flatMap(Optional::stream)
        .findFirst()
        .map(words::of)
        .ifPresent(lines::add);
    lines.add("  " + comparison.say(row));
    reasons(row).forEach((why, where) -> lines.add("    " + String.join(", ", where) + ": " + why));
  }

  /** The same reason is said once, with all that give it. */
  private Map<String, List<String>> reasons(ProfileComparison.Row row) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (int at = 0; at < comparison.columns().size(); at++) {
      String where = comparison.columns().get(at).where();
      row.answers()
          .get(at)
          .filter(StepVerdict::counts)
          .flatMap(step -> step.because().stream().findFirst())
          .map(Explainer::say)
          .ifPresent(why -> reasons.computeIfAbsent(why, first -> new ArrayList<>()).add(where));
    }
    return reasons;
  }

  private void rest() {
    int same = comparison.rows().size() - comparison.changes().size();
    lines.add("");
    lines.add(
        switch (same) {
          case 0 -> "no step ends the same under all of them";
          case 1 -> "1 step ends the same under all of them";
          default -> same + " steps end the same under all of them";
        });
  }
}
