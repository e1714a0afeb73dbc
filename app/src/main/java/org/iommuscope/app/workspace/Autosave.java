package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.iommuscope.app.files.SavedSession;
import org.iommuscope.app.files.SessionText;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.model.plan.AssignmentPlan;
import org.jspecify.annotations.Nullable;

/**
 * Notes every edit as it is made, in the background and beside the user's files. While one state is
 * being written newer ones wait, of which only the newest is written next: no edit waits longer
 * than two writings.
 */
public final class Autosave {

  private final Workspace workspace;
  private final SessionStore store;
  private final Executor noting;
  private final Executor shown;
  private final Supplier<Instant> clock;
  private final Consumer<String> problem;
  private final AtomicReference<@Nullable Noted> waiting = new AtomicReference<>();
  private final Object writing = new Object();
  private Supplier<Optional<SavedSession.WindowLook>> window = Optional::empty;
  private List<Content> content = List.of();
  private Optional<Noted> last = Optional.empty();
  private boolean failed;

  /** What has to be written again when it changes; a selection is none of it. */
  private record Content(String name, boolean shown, AssignmentPlan plan, AssignmentPlan kept) {}

  /**
   * A moment of the session.
   *
   * @param begun which host of the window it is about
   */
  private record Noted(
      int begun, Instant at, Board board, Optional<SavedSession.WindowLook> window) {}

  /**
   * @param executors where it is noted, which other work should not hold up, and where it is told
   * @param problem is told on the window's thread why nothing can be noted, once
   */
  public Autosave(
      Workspace workspace,
      SessionStore store,
      Latest.Executors executors,
      Supplier<Instant> clock,
      Consumer<String> problem) {
    this.workspace = workspace;
    this.store = store;
    noting = executors.background();
    shown = executors.window();
    this.clock = clock;
    this.problem = problem;
  }

  /** Begins to watch; a plan that nobody has touched is not noted. */
  public void start(Supplier<Optional<SavedSession.WindowLook>> look) {
    window = look;
    content = contentOf(workspace.board());
    workspace.boardProperty().subscribe(board -> changed(board));
    Noted first = noted(workspace.board());
    // What it takes to write is loaded before there is anything to write.
    noting.execute(() -> SessionText.write(saved(first, false)));
  }

  /** Does something once all edits are noted; does not where they cannot be. */
  public void afterNoted(Runnable then) {
    noting.execute(() -> {
      synchronized (writing) {
        writeNewest();
        if (!failed) {
          then.run();
        }
      }
    });
  }

  /** Notes that the window was closed, before the program ends. */
  public void close() {
    Noted now = noted(workspace.board());
    synchronized (writing) {
      waiting.set(null);
      write(now, true);
    }
  }

  private void changed(Board board) {
    List<Content> now = contentOf(board);
    if (now.equals(content)) {
      return;
    }
    content = now;
    if (waiting.getAndSet(noted(board)) == null) {
      noting.execute(this::writeNewest);
    }
  }

  private void writeNewest() {
    synchronized (writing) {
      Noted newest = waiting.getAndSet(null);
      if (newest != null) {
        write(newest, false);
      }
    }
  }

  private void write(Noted noted, boolean closed) {
    if (last.isPresent() && last.get().begun() != noted.begun()) {
      store.keep(saved(last.get(), true));
      store.beginAnother();
    }
    last = Optional.of(noted);
    Optional<String> failure = store.keep(saved(noted, closed));
    if (failure.isPresent() && !failed) {
      shown.execute(() -> problem.accept(failure.get()));
    }
    failed = failure.isPresent();
  }

  private Noted noted(Board board) {
    return new Noted(workspace.begun(), clock.get(), board, window.get());
  }

  private static List<Content> contentOf(Board board) {
    return board.plans().stream()
        .map(plan ->
            new Content(
                plan.name(),
                plan.name().equals(board.current().name()),
                plan.plan(),
                plan.kept().plan()))
        .toList();
  }

  private static SavedSession saved(Noted noted, boolean closed) {
    Session session = noted.board().current().history().present();
    return new SavedSession(
        noted.at(),
        closed,
        word(session.origin()),
        session.origin() == Origin.CAPTURE ? captures(session) : List.of(),
        noted.window(),
        noted.board().current().name(),
        noted.board().plans().stream().map(Autosave::saved).toList());
  }

  private static SavedSession.SavedPlan saved(BoardPlan plan) {
    return new SavedSession.SavedPlan(
        plan.name(), plan.file().map(Path::toString), plan.unsaved(), plan.whole());
  }

  static String word(Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String whole(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  private static List<String> captures(Session session) {
    return Stream.concat(
            Stream.of(session.source()),
            session.further().stream().map(ImportResult::provenance).map(each -> each.path()))
        .map(Autosave::whole)
        .toList();
  }
}
