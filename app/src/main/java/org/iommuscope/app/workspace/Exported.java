package org.iommuscope.app.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iommuscope.app.export.ImaginedText;
import org.iommuscope.app.export.Subject;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.report.ImportNote;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.verdict.PlanVerdict;

/** Tells an export what it is about. */
public final class Exported {

  private Exported() {}

  /** A host as it was read, with a plan and what would become of it. */
  public static Subject subject(
      ImportResult imported, AssignmentPlan plan, Optional<PlanVerdict> verdict) {
    TopologyGraph graph = TopologyGraph.of(imported.host(), plan, verdict);
    return subject(imported, plan, verdict, List.of(), graph);
  }

  /** A host as it was read, with a plan that was judged. */
  public static Subject subject(ImportResult imported, Simulation judged) {
    TopologyGraph graph = TopologyGraph.of(judged.imagined(), judged.plan(), judged.verdict());
    return subject(imported, judged, graph);
  }

  /** A session that was judged. */
  public static Subject subject(Judgement judged) {
    Session session = judged.session();
    return subject(session.imported(), judged.simulation(), judged.graph());
  }

  private static Subject subject(ImportResult imported, Simulation judged, TopologyGraph graph) {
    List<String> follows = ImaginedText.of(imported.host(), judged.imagined());
    return subject(imported, judged.plan(), Optional.of(judged.verdict()), follows, graph);
  }

  private static Subject subject(
      ImportResult imported,
      AssignmentPlan plan,
      Optional<PlanVerdict> verdict,
      List<String> follows,
      TopologyGraph graph) {
    return new Subject(
        imported.provenance().path(),
        imported.notes().stream().map(Exported::oddity).toList(),
        plan,
        verdict,
        follows,
        graph);
  }

  private static Subject.Oddity oddity(ImportNote note) {
    String line = note.line().isPresent() ? ":" + note.line().getAsInt() : "";
    return new Subject.Oddity(
        note.kind().name().toLowerCase(Locale.ROOT), note.where() + line, note.text());
  }
}
