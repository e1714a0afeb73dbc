package org.iommuscope.app.ui.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.simulation.ProfileComparison;
import org.iommuscope.model.verdict.StepVerdict;

/** The plan under every rule profile, step beside step; worked out while somebody looks. */
public final class ComparisonViewModel {

  /**
   * A profile as a column.
   *
   * @param current whether the window judges by it now
   */
  public record Column(String id, String label, String title, boolean current) {}

  /**
   * How a step ends under one profile.
   *
   * @param place the step of the attach path where it ends, else nothing
   * @param words the same as a sentence, for those who do not see signs
   */
  public record Cell(Answer answer, String place, String words) {}

  /**
   * A step under every profile.
   *
   * @param says {@code refused on 5.15 at Q5, attaches on 6.1}
   */
  public record Line(String step, String says, boolean changes, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /** The whole comparison. */
  public record Content(String headline, List<Column> columns, List<Line> lines) {
    public Content {
      columns = List.copyOf(columns);
      lines = List.copyOf(lines);
    }
  }

  private record Asked(Session session, ProfileComparison compared) {}

  private final Workspace workspace;
  private final Latest<Session, Asked> comparing;
  private final ReadOnlyObjectWrapper<Content> content =
      new ReadOnlyObjectWrapper<>(new Content("", List.of(), List.of()));
  private boolean watched;

  public ComparisonViewModel(Workspace workspace, Latest.Executors executors) {
    this.workspace = workspace;
    comparing =
        new Latest<>(
            session -> new Asked(session, workspace.compare(session)), executors, this::answered);
    workspace.judgementProperty().subscribe(judged -> refresh());
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** Whether anybody looks; nothing is compared while nobody does. */
  public void watch(boolean looked) {
    watched = looked;
    refresh();
  }

  /** Judges by this profile from now on. */
  public void choose(Column column) {
    workspace.perform(new Intent.SetProfile(Optional.of(column.id())));
  }

  private void refresh() {
    if (watched) {
      comparing.ask(workspace.session());
    }
  }

  private void answered(Asked answer) {
    ProfileComparison compared = answer.compared();
    String current = workspace.judgement().verdict().profile();
    content.set(
        new Content(
            headline(compared),
            compared.columns().stream().map(column -> column(column, current)).toList(),
            compared.rows().stream().map(row -> line(compared, row)).toList()));
  }

  private static String headline(ProfileComparison compared) {
    int rows = compared.rows().size();
    int changes = compared.changes().size();
    if (rows == 0) {
      return "Give a device to a guest to compare what kernels say.";
    }
    return changes == 0
        ? "Every step ends alike under all rules."
        : changes
            + " of "
            + rows
            + (rows == 1 ? " step depends" : " steps depend")
            + " on the rules.";
  }

  private static Column column(ProfileComparison.Column column, String current) {
    String id = column.profile().id();
    return new Column(
        id,
        column.kernel().map(Object::toString).orElseGet(() -> lastWord(id)),
        column.profile().title() + ", " + column.profile().kernels(),
        id.equals(current));
  }

  /** What tells the proposals apart. */
  private static String lastWord(String id) {
    return id.substring(id.lastIndexOf('-') + 1).replace("singleton", "single");
  }

  private static Line line(ProfileComparison compared, ProfileComparison.Row row) {
    List<Cell> cells = new ArrayList<>();
    for (int at = 0; at < compared.columns().size(); at++) {
      cells.add(cell(compared.columns().get(at), row.answers().get(at)));
    }
    return new Line(StepTitles.of(row), compared.say(row), row.changes(), cells);
  }

  private static Cell cell(ProfileComparison.Column column, Optional<StepVerdict> answer) {
    String word = answer.map(step -> step.outcome().word()).orElse("not asked");
    return new Cell(
        answer.map(step -> Answer.of(step.outcome())).orElse(Answer.UNASKED),
        answer
            .filter(ComparisonViewModel::isStopped)
            .flatMap(StepVerdict::at)
            .map(Enum::name)
            .orElse(""),
        word + " " + column.where());
  }

  private static boolean isStopped(StepVerdict step) {
    return Answer.of(step.outcome()) != Answer.YES;
  }
}
