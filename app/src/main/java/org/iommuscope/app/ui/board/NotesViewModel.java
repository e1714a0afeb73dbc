package org.iommuscope.app.ui.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.plan.WaiverConflict;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.StepVerdict;

/** What people wrote at the shown plan, and the refusals that they accept. */
public final class NotesViewModel {

  /** How long a waiver lasts that nobody said more of. */
  private static final int USUAL_DAYS = 90;

  /** A place for a comment. */
  public record Note(Commented where, String title, int depth, String text) {}

  /** A waiver, and how it stands on this day. */
  public record Standing(Waiver waiver, Answer answer, String words) {}

  /**
   * Everything.
   *
   * @param conflicts waivers that contradict each other, a sentence each
   * @param waivable refusals of the verdict that nobody accepts yet, as waivers
   */
  public record Content(
      List<Note> notes, List<Standing> waivers, List<String> conflicts, List<Waiver> waivable) {
    public Content {
      notes = List.copyOf(notes);
      waivers = List.copyOf(waivers);
      conflicts = List.copyOf(conflicts);
      waivable = List.copyOf(waivable);
    }
  }

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Content> content;
  private final ReadOnlyObjectWrapper<Optional<Waiver>> askedFor =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public NotesViewModel(Workspace workspace) {
    this.workspace = workspace;
    content = new ReadOnlyObjectWrapper<>(contentOf(workspace));
    workspace
        .sessionProperty()
        .subscribe((before, now) -> {
          if (before.plan() != now.plan()) {
            content.set(contentOf(workspace));
          }
        });
    workspace.judgementProperty().subscribe(judgement -> content.set(contentOf(workspace)));
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** The refusal that the user wants to accept, and says more of; empty at other times. */
  public ReadOnlyObjectProperty<Optional<Waiver>> askedForProperty() {
    return askedFor.getReadOnlyProperty();
  }

  /** Asks why and until when a refusal shall be accepted. */
  public void ask(Waiver refusal) {
    askedFor.set(Optional.empty());
    askedFor.set(Optional.of(refusal));
  }

  public void comment(Commented where, String text) {
    workspace.perform(new Intent.Comment(where, text));
  }

  public void waive(Waiver waiver) {
    workspace.perform(new Intent.Waive(waiver));
  }

  public void unwaive(Waiver waiver) {
    workspace.perform(new Intent.Unwaive(waiver));
  }

  /** The last day of a waiver that nobody said more of. */
  public LocalDate usualEnd() {
    return workspace.today().plusDays(USUAL_DAYS);
  }

  private static Content contentOf(Workspace workspace) {
    AssignmentPlan plan = workspace.session().plan();
    Judgement judgement = workspace.judgement();
    List<Standing> waivers =
        plan.waivers().stream()
            .map(waiver -> standing(waiver, judgement, workspace.today()))
            .toList();
    return new Content(
        notes(workspace, plan),
        waivers,
        WaiverConflict.of(plan.waivers()).stream().map(WaiverConflict::sentence).toList(),
        judgement.verdict().steps().stream()
            .filter(StepVerdict::counts)
            .flatMap(step -> waiverOf(step).stream())
            .distinct()
            .toList());
  }

  /** What accepts the refusal of a step, without an end; empty where no rule refused it. */
  public static Optional<Waiver> waiverOf(StepVerdict step) {
    return step.rule()
        .map(rule -> new Waiver(rule.text(), step.device(), Optional.empty(), Optional.empty()));
  }

  private static List<Note> notes(Workspace workspace, AssignmentPlan plan) {
    List<Note> notes = new ArrayList<>();
    notes.add(note(plan, new Commented.WholePlan(), "The plan", 0));
    for (Guest guest : plan.guests()) {
      notes.add(note(plan, new Commented.OfGuest(guest.name()), "Guest " + guest.name(), 0));
      for (GuestDevice given : guest.devices()) {
        DeviceRef ref = given.device();
        notes.add(
            note(
                plan,
                new Commented.OfDevice(guest.name(), ref),
                DeviceNames.shortRef(ref)
                    + "  "
                    + DeviceNames.nameOf(workspace.session().host(), ref),
                1));
      }
    }
    return notes;
  }

  private static Note note(AssignmentPlan plan, Commented where, String title, int depth) {
    return new Note(where, title, depth, plan.comment(where));
  }

  private static Standing standing(Waiver waiver, Judgement judgement, LocalDate today) {
    if (waiver.isExpiredOn(today)) {
      return new Standing(
          waiver, Answer.NO, "expired on " + waiver.until().map(LocalDate::toString).orElse(""));
    }
    long waived =
        judgement.verdict().steps().stream()
            .filter(step -> step.waived() && isOf(waiver, step))
            .count();
    return waived == 0
        ? new Standing(waiver, Answer.UNASKED, "no step needs it")
        : new Standing(
            waiver, Answer.YES, waived == 1 ? "waives 1 step" : "waives " + waived + " steps");
  }

  private static boolean isOf(Waiver waiver, StepVerdict step) {
    return step.rule().filter(rule -> rule.text().equals(waiver.rule())).isPresent()
        && (waiver.device().isEmpty() || waiver.device().equals(step.device()));
  }
}
