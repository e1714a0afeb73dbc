package org.iommuscope.app.ui.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.iommuscope.app.export.OrderText;
import org.iommuscope.app.export.StepWords;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.diagram.DiagramViewModel;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Moment;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.planning.OrderAnswer;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.StepVerdict;

/** A walk through the steps of the plan, of which the picture shows the moment that was reached. */
public final class SequenceViewModel {

  private record Question(Session session, int at) {}

  /**
   * A step in the row of steps.
   *
   * @param answer what becomes of it in the whole plan
   */
  public record Line(String words, Answer answer) {}

  /**
   * The moment that is shown.
   *
   * @param at how many steps are done
   * @param told what came of the last step
   * @param held who has what
   */
  public record Content(List<Line> lines, int at, String told, String held) {
    public Content {
      lines = List.copyOf(lines);
    }
  }

  private final Workspace workspace;
  private final DiagramViewModel diagram;
  private final Latest<Question, Moment> walking;
  private final Latest<Session, OrderAnswer> ordering;
  private final ReadOnlyObjectWrapper<Optional<Content>> content =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper order = new ReadOnlyStringWrapper("");
  private boolean wanted;
  private int at;

  public SequenceViewModel(
      Workspace workspace, DiagramViewModel diagram, Latest.Executors executors) {
    this.workspace = workspace;
    this.diagram = diagram;
    walking =
        new Latest<>(
            asked -> workspace.momentOf(asked.session(), asked.at()), executors, this::show);
    ordering = new Latest<>(workspace::orderOf, executors, this::ordered);
    workspace.judgementProperty().subscribe(now -> ask());
  }

  /** What is shown; empty while nobody walks. */
  public ReadOnlyObjectProperty<Optional<Content>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** What came of the search for an order that works. */
  ReadOnlyStringProperty orderProperty() {
    return order.getReadOnlyProperty();
  }

  /** Begins to walk at the plan's end, or goes back to the plan as a whole. */
  public void toggle() {
    if (wanted) {
      hide();
    } else {
      wanted = true;
      goTo(steps().size());
    }
  }

  void hide() {
    wanted = false;
    order.set("");
    content.set(Optional.empty());
    diagram.showMoment(Optional.empty());
  }

  public void stepForward() {
    go(1);
  }

  public void stepBack() {
    go(-1);
  }

  private void go(int by) {
    if (wanted) {
      goTo(at + by);
    } else {
      wanted = true;
      goTo(by > 0 ? 0 : steps().size());
    }
  }

  /** Goes to where so many steps are done. */
  void goTo(int done) {
    at = Math.clamp(done, 0, steps().size());
    ask();
  }

  /** The steps that may be added here. */
  List<PlanStep> offered() {
    return StepEdits.offered(workspace.session());
  }

  /** Whether a device is selected, so that steps with it are among those. */
  boolean hasDevice() {
    return !workspace.session().selection().isEmpty();
  }

  void add(PlanStep step) {
    at++;
    arrange(StepEdits.with(steps(), at - 1, step));
  }

  void remove() {
    if (at > 0) {
      at--;
      arrange(StepEdits.without(steps(), at));
    }
  }

  /** Has the last step that is done earlier by one place, or later. */
  void move(int by) {
    int other = at - 1 + by;
    if (at > 0 && other >= 0 && other < steps().size()) {
      List<PlanStep> swapped = StepEdits.swapped(steps(), at - 1, other);
      at = other + 1;
      arrange(swapped);
    }
  }

  /** Looks for an order that works, and takes it. */
  void findOrder() {
    order.set("looking for an order…");
    ordering.ask(workspace.session());
  }

  private void ordered(OrderAnswer answer) {
    order.set(OrderText.of(answer).lines().limit(2).collect(Collectors.joining("; ")));
    if (answer instanceof OrderAnswer.Reordered(var plan)) {
      order.set("this order works");
      arrange(plan.steps());
    }
  }

  private void arrange(List<PlanStep> steps) {
    workspace.perform(new Intent.Arrange(steps));
  }

  private List<PlanStep> steps() {
    return workspace.session().plan().steps();
  }

  private void ask() {
    if (wanted) {
      at = Math.clamp(at, 0, steps().size());
      walking.ask(new Question(workspace.session(), at));
    }
  }

  private void show(Moment moment) {
    if (!wanted) {
      return;
    }
    content.set(
        Optional.of(
            new Content(lines(workspace.judgement()), moment.at(), told(moment), held(moment))));
    diagram.showMoment(Optional.of(moment.graph()));
  }

  private static List<Line> lines(Judgement judged) {
    List<Line> lines = new ArrayList<>();
    List<PlanStep> steps = judged.session().plan().steps();
    for (int from = 0; from < steps.size(); from++) {
      int entry = from;
      Outcome worst =
          judged.verdict().steps().stream()
              .filter(step -> step.from() == entry)
              .map(StepVerdict::outcome)
              .reduce((one, other) -> one.isBad() || one == Outcome.UNDECIDED ? one : other)
              .orElse(Outcome.DONE);
      lines.add(new Line(StepWords.of(steps.get(from)), Answer.of(worst)));
    }
    return lines;
  }

  private static String told(Moment moment) {
    if (moment.at() == 0) {
      return "before the first step";
    }
    return moment.last().stream()
        .filter(step -> step.outcome().isBad() || step.outcome() == Outcome.UNDECIDED)
        .findFirst()
        .map(Explainer::card)
        .orElse("done");
  }

  private static String held(Moment moment) {
    if (moment.held().isEmpty()) {
      return "no guest runs";
    }
    return moment.held().entrySet().stream()
        .map(guest -> guest.getKey() + " has " + names(guest.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String names(List<DeviceRef> devices) {
    return devices.isEmpty()
        ? "no device"
        : devices.stream().map(DeviceNames::shortRef).collect(Collectors.joining(", "));
  }
}
