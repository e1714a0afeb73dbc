package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iommuscope.model.attach.KernelVersion;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * One plan judged by several rule profiles, step beside step.
 *
 * @param columns one for each profile, in the order in which they were asked for
 * @param rows the steps of all verdicts, each once, in the order of the plan
 */
public record ProfileComparison(List<Column> columns, List<Row> rows) {

  /**
   * What one profile says of the plan.
   *
   * @param kernel the kernel that answered, where the profile is one of a released kernel
   */
  public record Column(RuleProfile profile, Optional<KernelVersion> kernel, PlanVerdict verdict) {

    /** {@code on 5.15}, and for a proposal {@code under proposed-attach}. */
    public String where() {
      return kernel.map(version -> "on " + version).orElse("under " + profile.id());
    }
  }

  /**
   * One step with its answers, one a column; none where a profile does not come so far, as when a
   * guest did not start.
   */
  public record Row(
      int from,
      Action action,
      Optional<GuestName> guest,
      Optional<DeviceRef> device,
      List<Optional<StepVerdict>> answers) {

    public Row {
      answers = List.copyOf(answers);
    }

    /** Whether the profiles end this step differently, or stop it elsewhere. */
    public boolean changes() {
      return answers.stream().map(Row::ending).distinct().count() > 1;
    }

    private static List<Object> ending(Optional<StepVerdict> answer) {
      return answer
          .<List<Object>>map(
              step -> List.of(step.outcome(), step.at(), step.errno(), step.waived()))
          .orElse(List.of());
    }
  }

  public ProfileComparison {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.answers().size() != columns.size()) {
        throw new IllegalArgumentException("an answer for each profile: " + row);
      }
    }
  }

  static ProfileComparison of(List<Column> columns) {
    return new ProfileComparison(
        columns, StepAlignment.of(columns.stream().map(Column::verdict).toList()));
  }

  /** The steps that do not end alike. */
  public List<Row> changes() {
    return rows.stream().filter(Row::changes).toList();
  }

  /** {@code refused on 5.15 at Q5, attaches on 6.1}: how a step ends, profile by profile. */
  public String say(Row row) {
    List<String> parts = new ArrayList<>();
    List<Integer> left = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
    while (!left.isEmpty()) {
      Optional<StepVerdict> answer = row.answers().get(left.getFirst());
      List<Integer> alike =
          left.stream()
              .filter(other -> Row.ending(row.answers().get(other)).equals(Row.ending(answer)))
              .toList();
      left.removeAll(alike);
      parts.add(ending(answer, alike.stream().map(columns::get).toList()));
    }
    return String.join(", ", parts);
  }

  private static String ending(Optional<StepVerdict> answer, List<Column> alike) {
    String where = where(alike);
    return answer
        .map(step -> word(step) + " " + where + at(step) + (step.waived() ? " (waived)" : ""))
        .orElse("not asked " + where);
  }

  private static String word(StepVerdict step) {
    return switch (step.outcome()) {
      case ATTACHES, DONE, REFUSED, UNSAFE, CRASHES, BLOCKS, UNDECIDED -> step.outcome().word();
      case REUSES -> "attaches with what its guest holds";
    };
  }

  private static String at(StepVerdict step) {
    boolean stopped = step.outcome().isBad() || step.outcome() == Outcome.UNDECIDED;
    return step.at().filter(place -> stopped).map(place -> " at " + place).orElse("")
        + step.errno().filter(errno -> stopped).map(errno -> " with " + errno).orElse("");
  }

  /** {@code on 5.1 and 5.10 and under proposed-attach}. */
  private static String where(List<Column> alike) {
    List<String> versions =
        alike.stream().flatMap(column -> column.kernel().stream()).map(Object::toString).toList();
    List<String> places = new ArrayList<>();
    if (!versions.isEmpty()) {
      places.add("on " + String.join(" and ", versions));
    }
    alike.stream()
        .filter(column -> column.kernel().isEmpty())
        .map(Column::where)
        .forEach(places::add);
    return String.join(" and ", places);
  }
}
