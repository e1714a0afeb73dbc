package org.iommuscope.app.ui.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.iommuscope.app.files.SavedSession;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.app.ui.board.LeftView;
import org.iommuscope.app.workspace.Autosave;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Origin;
import org.iommuscope.app.workspace.PlanOpening;
import org.iommuscope.app.workspace.Resuming;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.AssignmentPlan;

/** Notes what is open in a window, and offers what was left open before. */
final class SessionKeeping {

  private final Workspace workspace;
  private final Surroundings around;
  private final Notices notices;
  private final HelpSheets sheets;
  private final Stage stage;
  private final BooleanProperty table;
  private final Autosave autosave;
  private final Resuming resuming;
  private List<SessionStore.Left> left;
  private Optional<SessionStore.Left> taken = Optional.empty();

  SessionKeeping(
      Models models,
      Surroundings around,
      Notices notices,
      HelpSheets sheets,
      Stage stage,
      BooleanProperty table) {
    this.workspace = models.workspace();
    this.around = around;
    this.notices = notices;
    this.sheets = sheets;
    this.stage = stage;
    this.table = table;
    left = around.left();
    autosave =
        new Autosave(
            workspace,
            around.sessions(),
            new Latest.Executors(
                work -> Thread.ofPlatform().daemon().start(work), around.executors().window()),
            Instant::now,
            problem -> notices.tell("Edits are not noted", problem));
    resuming =
        new Resuming(
            workspace, models.opening(), PlanOpening::read, around.executors(), this::resumed);
  }

  /** What the window was like when the last session ended. */
  Optional<SavedSession.WindowLook> lastLook() {
    return left.stream().findFirst().flatMap(last -> last.session().window());
  }

  /** Begins to note, and offers what was left; the window is up. */
  void start() {
    autosave.start(() -> Optional.of(look()));
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, hiding -> autosave.close());
    List<SessionStore.Left> lost = left.stream().filter(each -> isLost(each.session())).toList();
    if (!lost.isEmpty()) {
      show("Edits that were not saved", lost);
    } else if (isUntouched(workspace.session())) {
      left.stream()
          .findFirst()
          .ifPresent(last -> {
            if (resuming.isOfWhatIsOpen(last.session())) {
              resume(last);
            } else {
              notices.show(
                  "Last time: " + LeftView.host(last.session()),
                  "Ctrl+Shift+R goes on where you left off");
            }
          });
    }
  }

  /** Offers every session that was left. */
  void showLeft() {
    show("Go on where you left off", left);
  }

  private void show(String title, List<SessionStore.Left> sessions) {
    sheets.show(title, new LeftView(sessions, this::resume, this::discard));
  }

  private static boolean isLost(SavedSession session) {
    return !session.closed() && session.unsaved() > 0;
  }

  /** Whether the window shows what it shows by itself, and not what somebody asked for. */
  private static boolean isUntouched(Session session) {
    return (session.origin() == Origin.THIS_HOST || session.origin() == Origin.SAMPLE)
        && session.plan().guests().equals(AssignmentPlan.EMPTY.guests());
  }

  private void resume(SessionStore.Left chosen) {
    sheets.close();
    taken = Optional.of(chosen);
    resuming.resume(chosen.session());
  }

  /** What was taken up is forgotten once this session has it. */
  private void resumed(List<String> gone) {
    notices.tellIfAny("Not as it was", String.join("\n", gone));
    taken.ifPresent(chosen -> {
      forget(chosen);
      autosave.afterNoted(() -> around.sessions().discard(chosen.id()));
    });
    taken = Optional.empty();
  }

  private void discard(SessionStore.Left chosen) {
    forget(chosen);
    around.executors().background().execute(() -> around.sessions().discard(chosen.id()));
  }

  private void forget(SessionStore.Left chosen) {
    List<SessionStore.Left> rest = new ArrayList<>(left);
    rest.remove(chosen);
    left = rest;
  }

  private SavedSession.WindowLook look() {
    return new SavedSession.WindowLook(
        (int) Math.max(1, stage.getWidth()),
        (int) Math.max(1, stage.getHeight()),
        stage.isMaximized(),
        table.get());
  }
}
