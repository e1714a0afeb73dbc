package org.iommuscope.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.SavedSession;
import org.iommuscope.model.plan.AssignmentPlan;

/** Takes a session up that has ended: its host, its plans, and which of them was shown. */
public final class Resuming {

  private final Workspace workspace;
  private final Opening opening;
  private final Latest<SavedSession, Restored> reading;
  private final List<String> said = new ArrayList<>();
  private Optional<SavedSession> awaiting = Optional.empty();
  private int begun;

  /**
   * The plans of a session.
   *
   * @param gone a sentence for each file that is no longer there
   */
  record Restored(List<RestoredPlan> plans, String shown, List<String> gone) {}

  /**
   * @param files reads a plan file; empty where it cannot be read
   */
  public Resuming(
      Workspace workspace,
      Opening opening,
      Function<Path, Optional<PlanFile>> files,
      Latest.Executors executors,
      Consumer<List<String>> done) {
    this.workspace = workspace;
    this.opening = opening;
    reading =
        new Latest<>(
            session -> plansOf(session, files),
            executors,
            restored -> {
              workspace.perform(new Intent.OfBoard.Restore(restored.plans(), restored.shown()));
              said.addAll(restored.gone());
              done.accept(List.copyOf(said));
              said.clear();
            });
    workspace.sessionProperty().subscribe(now -> arrived());
  }

  /** Whether a session is about what is open now. */
  public boolean isOfWhatIsOpen(SavedSession session) {
    Session now = workspace.session();
    return session.origin().equals(Autosave.word(now.origin()))
        && (now.origin() != Origin.CAPTURE
            || session.captures().stream()
                .findFirst()
                .equals(Optional.of(Autosave.whole(now.source()))));
  }

  /** Opens what the session was about where it is not open, and puts its plans on the board. */
  public void resume(SavedSession session) {
    if (isOfWhatIsOpen(session)) {
      reading.ask(session);
      return;
    }
    Optional<Path> capture = session.captures().stream().findFirst().map(Path::of);
    if (capture.isEmpty() || !Files.exists(capture.get())) {
      said.add(
          capture.map(path -> path + " has gone").orElse("What was open is not kept")
              + "; its plans are shown for the host that is open");
      reading.ask(session);
      return;
    }
    awaiting = Optional.of(session);
    begun = workspace.begun();
    opening.open(capture.get(), AssignmentPlan.EMPTY);
  }

  private void arrived() {
    if (awaiting.isPresent() && workspace.begun() != begun) {
      SavedSession session = awaiting.get();
      awaiting = Optional.empty();
      reading.ask(session);
    }
  }

  static Restored plansOf(SavedSession session, Function<Path, Optional<PlanFile>> files) {
    List<String> gone = new ArrayList<>();
    List<RestoredPlan> plans = new ArrayList<>();
    for (SavedSession.SavedPlan saved : session.plans()) {
      Optional<Path> file = saved.file().map(Path::of);
      Optional<PlanFile> known = file.flatMap(files);
      if (file.isPresent() && known.isEmpty()) {
        gone.add(file.get() + " has gone; " + saved.name() + " is as it was noted");
      }
      plans.add(
          new RestoredPlan(
              saved.name(),
              known.orElseGet(() -> kept(saved)),
              saved.plan().plan(),
              known.isPresent() ? file : Optional.empty()));
    }
    return new Restored(plans, session.shown(), gone);
  }

  /** Of a plan without a file only what its file would say besides is known. */
  private static PlanFile kept(SavedSession.SavedPlan saved) {
    return saved.unsaved() == 0 ? saved.plan() : saved.plan().withPlan(AssignmentPlan.EMPTY);
  }
}
