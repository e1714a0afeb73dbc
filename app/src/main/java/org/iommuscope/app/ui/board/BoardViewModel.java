package org.iommuscope.app.ui.board;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.workspace.Board;
import org.iommuscope.app.workspace.BoardPlan;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.diff.PlanComparison;
import org.iommuscope.model.topology.DeviceRef;

/** The plans of the board, each judged, and the shown one compared with another. */
public final class BoardViewModel {

  /**
   * What the board shows.
   *
   * @param other the plan that the shown one is compared with; empty where it is alone
   * @param differences what the shown plan does otherwise, a sentence each
   * @param dropped the name of the plan that can be brought back
   */
  public record Content(
      List<PlanCard> cards,
      Optional<String> other,
      List<String> differences,
      Optional<String> dropped) {
    public Content {
      cards = List.copyOf(cards);
      differences = List.copyOf(differences);
    }

    /** The name of the plan in the window. */
    public String shown() {
      return cards.stream().filter(PlanCard::shown).map(PlanCard::name).findFirst().orElse("");
    }
  }

  private record Question(Board board, Judgement shown, Optional<String> other, Judged known) {}

  private record Answered(Content content, Judged known) {}

  private final Workspace workspace;
  private final Latest<Question, Answered> judging;
  private final ReadOnlyObjectWrapper<Content> content;
  private Judged known = Judged.NONE;
  private Optional<String> other = Optional.empty();

  public BoardViewModel(Workspace workspace, Latest.Executors executors) {
    this.workspace = workspace;
    content = new ReadOnlyObjectWrapper<>(unjudged(workspace.board()));
    judging = new Latest<>(this::answer, executors, this::show);
    workspace.boardProperty().subscribe(this::changed);
    workspace.judgementProperty().subscribe(judgement -> refresh());
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  public void show(String name) {
    if (name.equals(workspace.board().current().name())) {
      return;
    }
    workspace.perform(new Intent.OfBoard.Show(name));
  }

  public void branch() {
    workspace.perform(new Intent.OfBoard.Branch());
  }

  public void rename(String name, String wanted) {
    workspace.perform(new Intent.OfBoard.Rename(name, wanted));
  }

  public void drop(String name) {
    workspace.perform(new Intent.OfBoard.Drop(name));
  }

  public void bringBack() {
    workspace.perform(new Intent.OfBoard.BringBack());
  }

  /** Has the shown plan compared with this one. */
  public void compareWith(String name) {
    other = Optional.of(name);
    refresh();
  }

  /** Shows the plan so many places further in the row, which goes round. */
  public void step(int places) {
    List<BoardPlan> plans = workspace.board().plans();
    int at = Math.floorMod(workspace.board().at() + places, plans.size());
    show(plans.get(at).name());
  }

  /** A selection is nothing to judge. */
  private void changed(Board before, Board now) {
    boolean same =
        before.at() == now.at()
            && before.dropped().equals(now.dropped())
            && before.plans().size() == now.plans().size();
    for (int nth = 0; same && nth < now.plans().size(); nth++) {
      same = isSame(before.plans().get(nth), now.plans().get(nth));
    }
    if (!same) {
      refresh();
    }
  }

  private static boolean isSame(BoardPlan one, BoardPlan two) {
    return one.name().equals(two.name()) && one.plan() == two.plan() && one.kept() == two.kept();
  }

  private void refresh() {
    content.set(unjudged(workspace.board()));
    judging.ask(new Question(workspace.board(), workspace.judgement(), other, known));
  }

  /** Names and edits change at once; what the rules say of them comes when it is known. */
  private Content unjudged(Board board) {
    Content before = content == null ? EMPTY : content.get();
    List<PlanCard> cards =
        board.plans().stream()
            .map(plan -> PlanCards.unjudged(plan, board.current() == plan, before.cards()))
            .toList();
    return new Content(
        cards, before.other(), before.differences(), board.dropped().map(BoardPlan::name));
  }

  private static final Content EMPTY =
      new Content(List.of(), Optional.empty(), List.of(), Optional.empty());

  private Answered answer(Question asked) {
    Board board = asked.board();
    Judged judged = asked.known().of(board, asked.shown(), workspace::judge);
    List<PlanCard> cards =
        board.plans().stream()
            .map(plan -> PlanCards.of(plan, board.current() == plan, judged.of(plan)))
            .toList();
    Optional<BoardPlan> second =
        asked
            .other()
            .flatMap(board::plan)
            .filter(plan -> plan != board.current())
            .or(() -> neighbour(board));
    List<String> differences =
        second.map(plan -> differences(board.current(), plan, judged)).orElse(List.of());
    return new Answered(
        new Content(
            cards, second.map(BoardPlan::name), differences, board.dropped().map(BoardPlan::name)),
        judged);
  }

  /** The plan that the shown one was probably made from: the one before it, else the next. */
  private static Optional<BoardPlan> neighbour(Board board) {
    int place = board.at() > 0 ? board.at() - 1 : board.at() + 1;
    return place < board.plans().size() ? Optional.of(board.plans().get(place)) : Optional.empty();
  }

  private static List<String> differences(BoardPlan shown, BoardPlan other, Judged judged) {
    Judgement judgement = judged.of(shown);
    Session session = judgement.session();
    return PlanComparison.of(comparable(judged.of(other)), comparable(judgement))
        .sentences(shown.name(), ref -> name(session, ref));
  }

  private static PlanComparison.Judged comparable(Judgement judgement) {
    return new PlanComparison.Judged(
        judgement.session().plan(), judgement.verdict(), judgement.impact().losses());
  }

  private static String name(Session session, DeviceRef ref) {
    return DeviceNames.shortRef(ref) + " (" + DeviceNames.nameOf(session.host(), ref) + ")";
  }

  private void show(Answered answered) {
    known = answered.known();
    content.set(answered.content());
  }
}
