package org.iommuscope.app.workspace;

import java.time.LocalDate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.model.planning.OrderAnswer;
import org.iommuscope.model.planning.StartOrder;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.ProfileComparison;

/**
 * What is open and what becomes of it: intents go in, sessions and their judgements come out.
 *
 * <p>Everything here happens on the window's thread but the judging, which happens in the
 * background; a judgement whose plan has changed meanwhile is dropped.
 */
public final class Workspace {

  /** A session to judge, and the last judgement, of which much may still hold. */
  private record Question(Session session, Judgement before) {}

  private final ReadOnlyObjectWrapper<Session> session;
  private final ReadOnlyObjectWrapper<Judgement> judgement;
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private final Latest<Question, Judgement> judging;
  private final AttachSimulator simulator;
  private final ReadOnlyObjectWrapper<Board> board;

  private int begun;

  /** Starts on a session that has been judged already, so that there is always an answer. */
  public Workspace(Judgement first, AttachSimulator simulator, Latest.Executors executors) {
    this.simulator = simulator;
    board = new ReadOnlyObjectWrapper<>(Board.startingAt(first.session()));
    session = new ReadOnlyObjectWrapper<>(first.session());
    judgement = new ReadOnlyObjectWrapper<>(first);
    judging =
        new Latest<>(
            asked -> Judgement.of(asked.session(), simulator, asked.before()),
            executors,
            judgement::set);
  }

  public ReadOnlyObjectProperty<Session> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  public Session session() {
    return session.get();
  }

  /** The last judgement; that of an earlier plan while the present one is being judged. */
  public ReadOnlyObjectProperty<Judgement> judgementProperty() {
    return judgement.getReadOnlyProperty();
  }

  public Judgement judgement() {
    return judgement.get();
  }

  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /** Does what the user wants. */
  public void perform(Intent intent) {
    show(board.get().after(intent));
  }

  /** Judges a session's plan by every rule profile; not for the window's thread. */
  public ProfileComparison compare(Session asked) {
    return simulator.compare(asked.host(), asked.plan(), RuleProfiles.all());
  }

  /** What leads the plan of a session to a lawful one. */
  public Planner planner() {
    return new Planner(simulator);
  }

  /** The host after so many of a session's steps; not for the window's thread. */
  public Moment momentOf(Session asked, int steps) {
    return Moment.of(asked, simulator, steps);
  }

  /** Which order of a session's steps works; not for the window's thread. */
  public OrderAnswer orderOf(Session asked) {
    return new StartOrder(simulator, asked.host(), RuleProfiles.of(asked.host(), asked.plan()))
        .of(asked.plan());
  }

  /** Begins anew on another host. */
  public void begin(Judgement first) {
    judgement.set(first);
    begun++;
    show(Board.startingAt(first.session()));
  }

  /** How often another host was opened. */
  public int begun() {
    return begun;
  }

  /** The plans beside one another, with the history of each. */
  public ReadOnlyObjectProperty<Board> boardProperty() {
    return board.getReadOnlyProperty();
  }

  public Board board() {
    return board.get();
  }

  /** The day by which waivers expire. */
  public LocalDate today() {
    return simulator.today();
  }

  /** Judges a plan of the board for the host that is open; not for the window's thread. */
  public Judgement judge(Session asked) {
    return Judgement.of(asked, simulator);
  }

  private void show(Board changed) {
    board.set(changed);
    History history = changed.current().history();
    undoable.set(history.canUndo());
    redoable.set(history.canRedo());
    session.set(history.present());
    if (!judgement.get().isOf(history.present())) {
      judging.ask(new Question(history.present(), judgement.get()));
    }
  }
}
