package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.AttachSimulator;
import org.jspecify.annotations.Nullable;

/** The import of one capture at a time, in the background, which can be watched and ended. */
public final class Opening {

  /** The way from a source to a host; it reports how far it is and stops when asked. */
  @FunctionalInterface
  public interface Importer {
    ImportOutcome read(CaptureSource source, ImportProgress progress);
  }

  /**
   * How far an import is.
   *
   * @param fraction 0 to 1, or negative where nobody knows
   */
  public record Running(String name, double fraction) {}

  private final Importer importer;
  private final AttachSimulator simulator;
  private final Latest.Executors executors;
  private final Consumer<Judgement> opened;
  private final ReadOnlyObjectWrapper<@Nullable Running> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
  private Watch watch = new Watch("");

  /**
   * @param opened takes a host that was read, already judged
   */
  public Opening(
      Importer importer,
      AttachSimulator simulator,
      Latest.Executors executors,
      Consumer<Judgement> opened) {
    this.importer = importer;
    this.simulator = simulator;
    this.executors = executors;
    this.opened = opened;
  }

  /** How far the import is; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Running> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The sentence that says why the last capture could not be read; empty where it could. */
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Starts to read; an import that is still under way is ended. */
  public void open(CaptureSource source, Origin origin, AssignmentPlan plan) {
    cancel();
    Watch started = new Watch(source.name());
    watch = started;
    refusal.set("");
    running.set(new Running(source.name(), -1));
    executors.background().execute(() -> read(source, origin, plan, started));
  }

  /** What reads the open capture again. */
  public Renewal renewal(Workspace workspace) {
    return new Renewal(importer, executors, workspace);
  }

  /** What reads a text that somebody pastes. */
  public Pasting pasting() {
    return new Pasting(importer, executors);
  }

  /** What adds further captures to the open one. */
  public FurtherEvidence further(Workspace workspace) {
    return new FurtherEvidence(importer, executors, workspace);
  }

  /** What compares the open capture with others. */
  public Comparing comparing(Workspace workspace) {
    return new Comparing(importer, simulator, executors, workspace);
  }

  /** Reads the folder or archive of this path. */
  public void open(Path capture, AssignmentPlan plan) {
    open(new CaptureSource.At(capture), Origin.CAPTURE, plan);
  }

  /** Reads a pasted text. */
  public void openText(String text, AssignmentPlan plan) {
    open(new CaptureSource.Pasted(Pasting.NAME, text), Origin.PASTED, plan);
  }

  /** Ends the import that is under way, if there is one; what was open before stays. */
  public void cancel() {
    watch.cancelled.set(true);
    running.set(null);
  }

  private void read(CaptureSource source, Origin origin, AssignmentPlan plan, Watch started) {
    switch (importer.read(source, started)) {
      case ImportOutcome.Imported(var result) -> {
        Judgement judged = Judgement.of(Session.of(result, origin, plan), simulator);
        started.finish(() -> opened.accept(judged));
      }
      case ImportOutcome.Refused(String sentence) -> started.finish(() -> refusal.set(sentence));
      case ImportOutcome.Cancelled none -> started.finish(() -> {});
    }
  }

  /** The eyes on one import. */
  private final class Watch implements ImportProgress {

    private final String name;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<@Nullable Running> news = new AtomicReference<>();

    Watch(String name) {
      this.name = name;
    }

    // Reports come faster than anybody can look: only the newest waits for the window.
    @Override
    public void reached(long done, long total) {
      double fraction = total > 0 ? Math.min(1, (double) done / total) : -1;
      if (news.getAndSet(new Running(name, fraction)) == null) {
        executors.window().execute(this::show);
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled.get();
    }

    private void show() {
      Running newest = news.getAndSet(null);
      if (this == watch && !cancelled.get() && running.get() != null) {
        running.set(newest);
      }
    }

    private void finish(Runnable show) {
      executors
          .window()
          .execute(() -> {
            if (this == watch && !cancelled.get()) {
              running.set(null);
              show.run();
            }
          });
    }
  }
}
