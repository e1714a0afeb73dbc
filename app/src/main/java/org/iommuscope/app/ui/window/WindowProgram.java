package org.iommuscope.app.ui.window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Opening;
import org.iommuscope.app.workspace.PictureStore;
import org.iommuscope.app.workspace.PlanSaving;
import org.iommuscope.app.workspace.PlanStore;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.simulation.AttachSimulator;

/** The program as a window: it starts the toolkit, and ends when the window is closed. */
public final class WindowProgram {

  private static final Executor BACKGROUND = work -> Thread.ofVirtual().start(work);

  /** The first pulses lay out and paint, the next ones what they asked for again. */
  private static final int PULSES_OF_A_START = 10;

  private final Opening.Importer importer;
  private final AttachSimulator simulator;
  private final PlanStore plans;
  private final PictureStore pictures;

  public WindowProgram(
      Opening.Importer importer,
      AttachSimulator simulator,
      PlanStore plans,
      PictureStore pictures) {
    this.importer = importer;
    this.simulator = simulator;
    this.plans = plans;
    this.pictures = pictures;
  }

  /**
   * Shows a window and returns when it is closed.
   *
   * @param first read in the background while the toolkit starts
   * @param shown is given the window's stage when it is up
   */
  public void show(Supplier<Session> first, Consumer<Started> shown) {
    CountDownLatch closed = new CountDownLatch(1);
    CompletableFuture<Judgement> judged =
        CompletableFuture.supplyAsync(() -> Judgement.of(first.get(), simulator), BACKGROUND);
    Platform.startup(() -> judged.thenAcceptAsync(start(closed, shown), Platform::runLater));
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Consumer<Judgement> start(CountDownLatch closed, Consumer<Started> shown) {
    return first -> {
      Latest.Executors executors = new Latest.Executors(BACKGROUND, Platform::runLater);
      Workspace workspace = new Workspace(first, simulator, executors);
      Opening opening = new Opening(importer, simulator, executors, workspace::begin);
      Stage stage = new Stage();
      stage.setOnHidden(hidden -> closed.countDown());
      new MainWindow(
              Models.over(workspace, opening, new FxClipboard(), executors),
              new PlanSaving(plans, executors),
              pictures,
              stage)
          .show();
      shown.accept(new Started(stage, opening));
    };
  }

  /** A window that is up. */
  public record Started(Stage stage, Opening opening) {

    /** Ends the program by itself, once all that a start does has happened. */
    public void closeWhenPainted() {
      new LastPulse(stage, PULSES_OF_A_START).start();
    }
  }
}
