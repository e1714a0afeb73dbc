package org.iommuscope.app.ui.repair;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.export.RepairText;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.workspace.FoundRepairs;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.PlanSearch;
import org.iommuscope.app.workspace.Planner;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.planning.Repair;
import org.iommuscope.model.planning.RepairAnswer;
import org.iommuscope.model.verdict.Explainer;
import org.jspecify.annotations.Nullable;

/** The repairs of the plan that is open, the cheapest first, each of which one click applies. */
public final class RepairViewModel {

  /**
   * A way to a lawful plan.
   *
   * @param cost in points, and what they are for
   * @param losses what of its use the host would lose
   */
  record Option(String cost, List<String> changes, List<String> losses, Intent.Edit edit) {
    Option {
      changes = List.copyOf(changes);
      losses = List.copyOf(losses);
    }
  }

  /**
   * What there is to see.
   *
   * @param sentences why there is no repair
   */
  record Content(Answer answer, String headline, List<Option> options, List<String> sentences) {
    Content {
      options = List.copyOf(options);
      sentences = List.copyOf(sentences);
    }
  }

  private static final Content LOOKING =
      new Content(
          Answer.UNASKED,
          "Looking for the fewest and cheapest changes after which every step attaches\u2026",
          List.of(),
          List.of());

  private static final Content ENDED =
      new Content(Answer.UNASKED, "The search was ended.", List.of(), List.of());

  private final Workspace workspace;
  private final PlanSearch<FoundRepairs> search;
  private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(LOOKING);

  public RepairViewModel(Workspace workspace, Latest.Executors executors) {
    this.workspace = workspace;
    search = new PlanSearch<>(workspace, executors);
    search.foundProperty().subscribe(this::show);
  }

  ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** How many plans were tried; negative while nobody looks. */
  ReadOnlyIntegerProperty triedProperty() {
    return search.looksProperty();
  }

  /** Looks for repairs of the plan that is open. */
  public void ask() {
    Planner planner = workspace.planner();
    search.ask(planner::repair);
  }

  void cancel() {
    search.cancel();
    content.set(ENDED);
  }

  /** Makes all changes of a repair, which one undo takes back. */
  void apply(Option option) {
    workspace.perform(option.edit());
  }

  private void show(@Nullable FoundRepairs found) {
    content.set(found == null ? LOOKING : contentOf(found));
  }

  private static Content contentOf(FoundRepairs found) {
    if (found.answer() instanceof RepairAnswer.Repaired(List<Repair> repairs)) {
      List<Option> options = new ArrayList<>();
      for (int place = 0; place < repairs.size(); place++) {
        options.add(option(repairs.get(place), found.losses().get(place)));
      }
      return new Content(Answer.YES, headline(options.size()), options, List.of());
    }
    List<String> lines = RepairText.of(found.answer()).lines().map(String::strip).toList();
    return new Content(
        answer(found.answer()),
        capital(lines.getFirst()),
        List.of(),
        lines.subList(1, lines.size()).stream().map(RepairViewModel::capital).toList());
  }

  private static Option option(Repair repair, List<String> losses) {
    return new Option(
        capital(RepairText.cost(repair)),
        repair.changes().stream().map(change -> Explainer.say(change.change())).toList(),
        losses,
        new Intent.ApplyFix(repair.change()));
  }

  private static String headline(int count) {
    return count == 1
        ? "After these changes every step attaches. One undo takes them back."
        : "After each of these every step attaches. The cheapest is first; one undo takes it back.";
  }

  private static Answer answer(RepairAnswer answer) {
    return switch (answer) {
      case RepairAnswer.Lawful lawful -> Answer.YES;
      case RepairAnswer.Repaired repaired -> Answer.YES;
      case RepairAnswer.Contradiction contradiction -> Answer.NO;
      case RepairAnswer.Unanswered unanswered -> Answer.UNSURE;
      case RepairAnswer.GaveUp gaveUp -> Answer.UNSURE;
      case RepairAnswer.Cancelled cancelled -> Answer.UNASKED;
    };
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
