package org.iommuscope.app.ui.verdict;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.board.NotesViewModel;
import org.iommuscope.app.workspace.Clipboard;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Wanted;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Assumed;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/** What the judged plan comes to, and every step that stands in its way. */
public final class VerdictViewModel {

  /**
   * The headline and the troubles below it.
   *
   * @param standings what really isolates the mdevs of the plan, and who has it
   * @param assumed what the verdict took for true because nothing told
   */
  public record Content(
      Answer answer,
      String headline,
      List<Trouble> troubles,
      List<Relation> standings,
      List<Assumption> assumed) {
    public Content {
      standings = List.copyOf(standings);
      troubles = List.copyOf(troubles);
      assumed = List.copyOf(assumed);
    }
  }

  /** From the best answer to the worst. */
  private static final List<Answer> GRAVITY =
      List.of(Answer.UNASKED, Answer.YES, Answer.UNSURE, Answer.NO, Answer.UNSAFE, Answer.CRASHES);

  /** A device and what isolates it, a sentence each. */
  public record Relation(String device, List<String> sentences) {
    public Relation {
      sentences = List.copyOf(sentences);
    }
  }

  private final Workspace workspace;
  private final Clipboard clipboard;
  private final NotesViewModel notes;
  private final ReadOnlyStringWrapper askedFor = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Content> content;

  public VerdictViewModel(Workspace workspace, Clipboard clipboard, NotesViewModel notes) {
    this.notes = notes;
    this.workspace = workspace;
    this.clipboard = clipboard;
    content = new ReadOnlyObjectWrapper<>(contentOf(workspace.judgement()));
    workspace.judgementProperty().subscribe(judgement -> content.set(contentOf(judgement)));
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** What changes whenever the selection may have changed. */
  public ReadOnlyObjectProperty<?> selectionSource() {
    return workspace.sessionProperty();
  }

  public boolean isSelected(DeviceRef device) {
    return workspace.session().selection().contains(device);
  }

  public void select(DeviceRef device) {
    workspace.perform(Intent.Select.of(device));
  }

  public void apply(Trouble.Remedy remedy) {
    workspace.perform(remedy.edit());
  }

  /** Asks why and until when a refusal shall be accepted. */
  void waive(Waiver refusal) {
    notes.ask(refusal);
  }

  /** Copies the command that tells, and asks for what it prints. */
  void pasteWhatTells(Wanted wanted) {
    clipboard.put(wanted.command());
    askedFor.set("");
    askedFor.set(wanted.command());
  }

  /** The command whose output the user wants to paste, which is in the clipboard. */
  public ReadOnlyStringProperty askedForProperty() {
    return askedFor.getReadOnlyProperty();
  }

  private static Content contentOf(Judgement judgement) {
    List<Trouble> troubles = new Troubles(judgement).all();
    PlanVerdict verdict = judgement.verdict();
    return new Content(
        worst(verdict), headline(verdict), troubles, standings(judgement), assumptions(judgement));
  }

  private static List<Assumption> assumptions(Judgement judgement) {
    AssumptionAnswers answers = new AssumptionAnswers(judgement.session().plan().environment());
    return judgement.verdict().assumed().stream()
        .map(key -> new Assumption(key, Assumed.say(key), answers.to(key)))
        .toList();
  }

  private static List<Relation> standings(Judgement judgement) {
    return judgement.session().plan().guests().stream()
        .flatMap(guest -> guest.devices().stream())
        .distinct()
        .flatMap(given -> judgement.simulation().standingOf(given.device()).stream())
        .map(standing -> new Relation(standing.device().text(), standing.sentences()))
        .toList();
  }

  private static Answer worst(PlanVerdict verdict) {
    return verdict.steps().stream()
        .map(step -> step.waived() ? Answer.YES : Answer.of(step.outcome()))
        .max(Comparator.comparing(GRAVITY::indexOf))
        .orElse(Answer.UNASKED);
  }

  private static String headline(PlanVerdict verdict) {
    long waived = verdict.steps().stream().filter(StepVerdict::waived).count();
    return waived == 0
        ? unwaived(verdict)
        : worst(verdict) == Answer.YES
            ? "Nothing is refused that is not waived; "
                + waived
                + (waived == 1 ? " step is." : " steps are.")
            : unwaived(verdict)
                + " "
                + waived
                + (waived == 1 ? " more is waived." : " more are waived.");
  }

  private static String unwaived(PlanVerdict verdict) {
    int steps = verdict.steps().size();
    Answer worst = worst(verdict);
    long bad =
        verdict.steps().stream()
            .filter(step -> !step.waived() && Answer.of(step.outcome()) == worst)
            .count();
    String some = bad + " of " + steps + (steps == 1 ? " step" : " steps");
    return switch (worst) {
      case UNASKED -> "Give a device to a guest to see what the host would say.";
      case YES -> steps == 1 ? "The one step succeeds." : "All " + steps + " steps succeed.";
      case NO, RETURNED -> some + " would not work.";
      case UNSAFE -> some + (bad == 1 ? " is" : " are") + " allowed and unsafe: isolation breaks.";
      case CRASHES -> some + " would crash the host's kernel.";
      case UNSURE -> "Nothing is refused, but not everything can be told.";
    };
  }
}
