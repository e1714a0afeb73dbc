package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.completeness.Completeness;
import org.iommuscope.imports.report.ImportNote;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.HostTopology;

/**
 * Further captures of the open host, read in the background and merged with what is open; what was
 * said before counts where they differ, and a note says so.
 */
public final class FurtherEvidence {

  private record Question(Session session, List<CaptureSource> sources) {}

  private record Addition(ImportResult further, ImportResult merged) {}

  private record Answer(Session asked, List<Addition> additions, String sentence) {}

  private final Opening.Importer importer;
  private final Workspace workspace;
  private final Latest<Question, Answer> reading;
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

  FurtherEvidence(Opening.Importer importer, Latest.Executors executors, Workspace workspace) {
    this.importer = importer;
    this.workspace = workspace;
    reading = new Latest<>(this::read, executors, this::show);
  }

  /** What the last addition told that was not known before, or why it could not be read. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Adds folders, archives or texts. */
  public void add(List<Path> captures) {
    ask(captures.stream().<CaptureSource>map(CaptureSource.At::new).toList());
  }

  /** Adds a text. */
  public void add(String pasted) {
    ask(List.of(new CaptureSource.Pasted(Pasting.NAME, pasted)));
  }

  private void ask(List<CaptureSource> sources) {
    reading.ask(new Question(workspace.session(), sources));
  }

  private Answer read(Question asked) {
    ImportResult merged = asked.session().imported();
    List<Addition> additions = new ArrayList<>();
    for (CaptureSource source : asked.sources()) {
      switch (importer.read(source, ImportProgress.unwatched())) {
        case ImportOutcome.Imported(ImportResult further) -> {
          merged = merged.with(further);
          additions.add(new Addition(further, merged));
        }
        case ImportOutcome.Refused(String sentence) -> {
          return new Answer(asked.session(), List.of(), sentence);
        }
        case ImportOutcome.Cancelled none -> {
          return new Answer(asked.session(), List.of(), "");
        }
      }
    }
    return new Answer(asked.session(), additions, told(asked.session().imported(), merged));
  }

  /** An addition to what is no longer open is dropped. */
  private void show(Answer answer) {
    if (workspace.session().imported() != answer.asked().imported()) {
      return;
    }
    answer
        .additions()
        .forEach(each -> workspace.perform(new Intent.AddEvidence(each.further(), each.merged())));
    said.set("");
    said.set(answer.sentence());
  }

  private static String told(ImportResult before, ImportResult after) {
    List<String> news = new ArrayList<>();
    int devices = after.host().devices().size() - before.host().devices().size();
    if (devices > 0) {
      news.add(devices == 1 ? "one device more" : devices + " devices more");
    }
    Completeness.of(after.host()).stream()
        .filter(level -> level.known() > known(before.host(), level))
        .forEach(level ->
            news.add("%s: %d of %d".formatted(level.kind().title(), level.known(), level.of())));
    long contradictions = contradictions(after) - contradictions(before);
    if (contradictions > 0) {
      news.add(
          contradictions == 1
              ? "one contradiction, see the notes"
              : contradictions + " contradictions, see the notes");
    }
    return news.isEmpty() ? "It tells nothing that was not known" : String.join("\n", news);
  }

  private static int known(HostTopology host, Completeness.Level now) {
    Optional<Completeness.Level> before =
        Completeness.of(host).stream().filter(level -> level.kind() == now.kind()).findFirst();
    return before.map(Completeness.Level::known).orElse(0);
  }

  private static long contradictions(ImportResult result) {
    return result.notes().stream()
        .filter(note -> note.kind() == ImportNote.Kind.CONTRADICTION)
        .count();
  }
}
