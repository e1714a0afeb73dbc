package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.iommuscope.app.files.PlanFile;

/**
 * Several plans for one host, of which one is before the user.
 *
 * @param plans in the order in which they came; never none
 * @param at the place of the one that is shown
 * @param dropped the plan that was taken off last
 */
public record Board(List<BoardPlan> plans, int at, Optional<BoardPlan> dropped) {

  private static final String FIRST = "Plan 1";

  public Board {
    plans = List.copyOf(plans);
    if (at < 0 || at >= plans.size()) {
      throw new IllegalArgumentException("no plan " + at + " of " + plans.size());
    }
  }

  /** A board with the plan of a session. */
  static Board startingAt(Session session) {
    BoardPlan only = fresh(FIRST, PlanFile.of(session.plan()), Optional.empty(), session);
    return new Board(List.of(only), 0, Optional.empty());
  }

  public BoardPlan current() {
    return plans.get(at);
  }

  public Optional<BoardPlan> plan(String name) {
    return plans.stream().filter(plan -> plan.name().equals(name)).findFirst();
  }

  /** How many edits of all plans no file has. */
  public int unsaved() {
    return plans.stream().mapToInt(BoardPlan::unsaved).sum();
  }

  /** The board after an intent; what is about one plan is about the one that is shown. */
  Board after(Intent intent) {
    return switch (intent) {
      case Intent.OfBoard.Branch branch ->
          with(
              new BoardPlan(
                  freeName(nextName()), current().kept(), Optional.empty(), current().history()));
      case Intent.OfBoard.Show(String name) -> showing(name);
      case Intent.OfBoard.Rename(String name, String wanted) -> renamed(name, wanted.strip());
      case Intent.OfBoard.Drop(String name) -> without(name);
      case Intent.OfBoard.BringBack back -> withDropped();
      case Intent.OfBoard.Put(String name, PlanFile plan, var file) ->
          with(fresh(freeName(name), plan, file, current().history().present()));
      case Intent.OfBoard.Saved saved -> changed(saved.name(), plan -> plan.after(saved));
      case Intent.OfBoard.Restore(var restored, String shown) -> restored(restored, shown);
      case Intent.Edit other -> withHistory(other);
      case Intent.Select other -> withHistory(other);
      case Intent.Undo other -> withHistory(other);
      case Intent.Redo other -> withHistory(other);
      case Intent.GoTo other -> withHistory(other);
      case Intent.AddEvidence other -> withHistory(other);
      case Intent.Renew other -> withHistory(other);
    };
  }

  private static BoardPlan fresh(String name, PlanFile plan, Optional<Path> file, Session shown) {
    return new BoardPlan(name, plan, file, History.startingAt(shown.withPlan(plan.plan())));
  }

  private Board restored(List<RestoredPlan> restored, String name) {
    if (restored.isEmpty()) {
      return this;
    }
    Session shown = current().history().present();
    return new Board(restored.stream().map(plan -> plan.on(shown)).toList(), 0, dropped)
        .showing(name);
  }

  private Board withHistory(Intent intent) {
    return changed(current().name(), plan -> plan.withHistory(plan.history().after(intent)));
  }

  /** What was selected stays so, whichever plan is shown. */
  private Board showing(String name) {
    Session shown = current().history().present();
    for (int place = 0; place < plans.size(); place++) {
      if (plans.get(place).name().equals(name)) {
        List<BoardPlan> brought = new ArrayList<>(plans);
        brought.set(place, plans.get(place).withHistory(plans.get(place).history().on(shown)));
        return new Board(brought, place, dropped);
      }
    }
    return this;
  }

  private Board with(BoardPlan plan) {
    List<BoardPlan> more = new ArrayList<>(plans);
    more.add(at + 1, plan);
    return new Board(more, at, dropped).showing(plan.name());
  }

  private Board without(String name) {
    Optional<BoardPlan> gone = plan(name);
    if (plans.size() == 1 || gone.isEmpty()) {
      return this;
    }
    List<BoardPlan> left = new ArrayList<>(plans);
    int place = left.indexOf(gone.get());
    left.remove(place);
    Board shown = place == at ? showing(plans.get(place == 0 ? 1 : place - 1).name()) : this;
    String still = shown.current().name();
    List<BoardPlan> rest = new ArrayList<>(shown.plans);
    rest.remove(place);
    return new Board(rest, placeOf(rest, still), gone);
  }

  private Board withDropped() {
    return dropped
        .map(plan ->
            new Board(plans, at, Optional.empty())
                .with(
                    new BoardPlan(freeName(plan.name()), plan.kept(), plan.file(), plan.history())))
        .orElse(this);
  }

  private Board renamed(String name, String wanted) {
    return wanted.isEmpty() || wanted.equals(name)
        ? this
        : changed(
            name,
            plan -> new BoardPlan(freeName(wanted), plan.kept(), plan.file(), plan.history()));
  }

  private Board changed(String name, UnaryOperator<BoardPlan> change) {
    return new Board(
        plans.stream().map(plan -> plan.name().equals(name) ? change.apply(plan) : plan).toList(),
        at,
        dropped);
  }

  private String nextName() {
    return "Plan " + (plans.size() + 1);
  }

  private String freeName(String wanted) {
    String name = wanted;
    for (int nth = 2; plan(name).isPresent(); nth++) {
      name = wanted + " (" + nth + ")";
    }
    return name;
  }

  private static int placeOf(List<BoardPlan> plans, String name) {
    int place = 0;
    while (!plans.get(place).name().equals(name)) {
      place++;
    }
    return place;
  }
}
