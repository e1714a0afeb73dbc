package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.diff.PlanImpact;
import org.iommuscope.model.diff.TopologyDiff;
import org.iommuscope.model.simulation.AttachSimulator;
import org.jspecify.annotations.Nullable;

/** What is open, compared in the background with another capture of the host. */
public final class Comparing {

  /**
   * What came of it.
   *
   * @param before the other capture as the user named it
   * @param after what is open
   * @param diff empty where the other capture could not be read
   * @param impact what the change does to the plan that is open
   * @param refusal why it could not be read
   */
  public record Compared(
      String before,
      String after,
      Optional<TopologyDiff> diff,
      Optional<PlanImpact> impact,
      String refusal) {}

  private record Question(Path other, Session session) {}

  private final Opening.Importer importer;
  private final AttachSimulator simulator;
  private final Workspace workspace;
  private final Latest<Question, Compared> comparing;
  private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();

  public Comparing(
      Opening.Importer importer,
      AttachSimulator simulator,
      Latest.Executors executors,
      Workspace workspace) {
    this.importer = importer;
    this.simulator = simulator;
    this.workspace = workspace;
    comparing = new Latest<>(this::compare, executors, compared::set);
  }

  /** The last comparison; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
    return compared.getReadOnlyProperty();
  }

  /** Compares an earlier capture with what is open. */
  public void with(Path earlier) {
    comparing.ask(new Question(earlier, workspace.session()));
  }

  private Compared compare(Question question) {
    Session now = question.session();
    String name = question.other().toString();
    return switch (importer.read(
        new CaptureSource.At(question.other()), ImportProgress.unwatched())) {
      case ImportOutcome.Imported(ImportResult earlier) -> {
        TopologyDiff diff = TopologyDiff.of(earlier.host(), now.host());
        PlanImpact impact =
            PlanImpact.of(
                now.plan(),
                diff,
                simulator.run(earlier.host(), now.plan()).verdict(),
                simulator.run(now.host(), now.plan()).verdict());
        yield new Compared(name, now.source(), Optional.of(diff), Optional.of(impact), "");
      }
      case ImportOutcome.Refused(String sentence) ->
          new Compared(name, now.source(), Optional.empty(), Optional.empty(), sentence);
      case ImportOutcome.Cancelled none ->
          new Compared(name, now.source(), Optional.empty(), Optional.empty(), "It was ended");
    };
  }
}
