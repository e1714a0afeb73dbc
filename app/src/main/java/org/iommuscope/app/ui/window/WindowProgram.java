package org.iommuscope.app.ui.window;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.app.settings.Settings;
import org.iommuscope.app.settings.SettingsStore;
import org.iommuscope.app.ui.log.EventLog;
import org.iommuscope.app.ui.log.LogFile;
import org.iommuscope.app.ui.settings.SettingsViewModel;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Opening;
import org.iommuscope.app.workspace.PlanSaving;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;

/** The program as a window: it starts the toolkit, and ends when the window is closed. */
public final class WindowProgram {

  private static final Executor BACKGROUND = work -> Thread.ofVirtual().start(work);

  /** The first pulses lay out and paint, the next ones what they asked for again. */
  private static final int PULSES_OF_A_START = 10;

  private final Opening.Importer importer;
  private final AttachSimulator simulator;
  private final Kept kept;

  public WindowProgram(Opening.Importer importer, AttachSimulator simulator, Kept kept) {
    this.importer = importer;
    this.simulator = simulator;
    this.kept = kept;
  }

  /**
   * Shows a window and returns when it is closed.
   *
   * @param first read in the background while the toolkit starts
   * @param shown is given the window's stage when it is up
   */
  public void show(Supplier<Session> first, Consumer<Started> shown) {
    CountDownLatch closed = new CountDownLatch(1);
    SettingsStore.Loaded loaded = kept.settings().load();
    CompletableFuture<Judgement> judged =
        CompletableFuture.supplyAsync(
            () -> Judgement.of(withRules(first.get(), loaded.settings()), simulator), BACKGROUND);
    CompletableFuture<List<SessionStore.Left>> left =
        CompletableFuture.supplyAsync(kept.sessions()::left, BACKGROUND);
    UiScale.properties(loaded.settings().scale()).forEach(System::setProperty);
    Platform.startup(
        () -> judged.thenAcceptBothAsync(left, start(loaded, closed, shown), Platform::runLater));
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A plan that says nothing at all is judged by the rules that the settings name. */
  private static Session withRules(Session session, Settings settings) {
    return session.plan().equals(AssignmentPlan.EMPTY)
        ? session.withPlan(AssignmentPlan.EMPTY.withProfile(settings.profile()))
        : session;
  }

  private BiConsumer<Judgement, List<SessionStore.Left>> start(
      SettingsStore.Loaded loaded, CountDownLatch closed, Consumer<Started> shown) {
    return (first, left) -> {
      Latest.Executors executors = new Latest.Executors(BACKGROUND, Platform::runLater);
      Workspace workspace = new Workspace(first, simulator, executors);
      Opening opening = new Opening(importer, simulator, executors, workspace::begin);
      Surroundings around = surroundings(loaded, left, executors);
      Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> around.log().fault(fault));
      Stage stage = new Stage();
      stage.setOnHidden(hidden -> closed.countDown());
      Models models = Models.over(workspace, opening, around.clipboard(), executors);
      MainWindow window = new MainWindow(models, around, stage);
      window.show();
      new HostWatch(models.renewal(), closed).start();
      shown.accept(new Started(stage, window, opening));
    };
  }

  private Surroundings surroundings(
      SettingsStore.Loaded loaded, List<SessionStore.Left> left, Latest.Executors executors) {
    EventLog log = new LogFile(kept.log(), BACKGROUND);
    log.note("iommuscope " + kept.version() + " on Java " + Runtime.version());
    return new Surroundings(
        new PlanSaving(kept.plans(), executors),
        kept.pictures(),
        kept.captures(),
        kept.definitions(),
        new SettingsViewModel(kept.settings(), loaded, executors),
        log,
        new FxClipboard(),
        kept.version(),
        kept.sessions(),
        left,
        executors);
  }

  /** A window that is up. */
  public record Started(Stage stage, MainWindow window, Opening opening) {

    /** Ends the program by itself, once all that a start does has happened. */
    public void closeWhenPainted() {
      new LastPulse(stage, PULSES_OF_A_START).start();
    }
  }
}
