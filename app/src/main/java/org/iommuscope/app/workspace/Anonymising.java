package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.imports.anonymise.AnonymisedCapture;
import org.iommuscope.imports.anonymise.Anonymiser;
import org.iommuscope.imports.report.ImportProgress;
import org.jspecify.annotations.Nullable;

/** The open capture made fit to be shown to others: previewed in the background, then saved. */
public final class Anonymising {

  /** More names than this are counted. */
  private static final int MOST_NAMES = 12;

  /** A value that is replaced, and by what. */
  public record Row(String kind, String value, String mask, int times, String where) {}

  /**
   * What would be written.
   *
   * @param leftOut a sentence about files that are left out; empty where none is
   * @param refusal why nothing can be written; empty where something can
   */
  public record Preview(String source, List<Row> rows, String leftOut, String refusal) {
    public Preview {
      rows = List.copyOf(rows);
    }
  }

  private record Made(Preview preview, Optional<AnonymisedCapture> capture) {}

  private final Workspace workspace;
  private final Latest.Executors executors;
  private final Latest<Session, Made> previewing;
  private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
  private Optional<AnonymisedCapture> made = Optional.empty();

  public Anonymising(Workspace workspace, Latest.Executors executors) {
    this.workspace = workspace;
    this.executors = executors;
    previewing = new Latest<>(Anonymising::make, executors, this::show);
  }

  /** What would be written of the capture that was asked about last; null before that. */
  public ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Asks what would be replaced in the open capture. */
  public void ask() {
    preview.set(null);
    previewing.ask(workspace.session());
  }

  /**
   * Writes what was previewed.
   *
   * @param done is told on the window's thread why it could not be; nothing where it was
   */
  public void save(Path file, CaptureStore store, Consumer<Optional<String>> done) {
    made.ifPresent(capture ->
        executors
            .background()
            .execute(() -> {
              Optional<String> failure = store.save(file, capture);
              executors.window().execute(() -> done.accept(failure));
            }));
  }

  private void show(Made answer) {
    made = answer.capture();
    preview.set(answer.preview());
  }

  private static Made make(Session session) {
    if (session.origin() != Origin.CAPTURE) {
      return refused(
          session, "Open a capture first: this host is captured and masked by iommuscope capture");
    }
    return switch (new Anonymiser(Set.of())
        .read(Path.of(session.source()), ImportProgress.unwatched())) {
      case Anonymiser.Outcome.Anonymised(AnonymisedCapture capture) ->
          new Made(
              new Preview(session.source(), rows(capture), leftOut(capture), ""),
              Optional.of(capture));
      case Anonymiser.Outcome.Refused(String sentence) -> refused(session, sentence);
    };
  }

  private static Made refused(Session session, String sentence) {
    return new Made(new Preview(session.source(), List.of(), "", sentence), Optional.empty());
  }

  private static List<Row> rows(AnonymisedCapture capture) {
    return capture.replaced().stream()
        .map(each ->
            new Row(each.secret().title(), each.value(), each.mask(), each.times(), each.where()))
        .toList();
  }

  private static String leftOut(AnonymisedCapture capture) {
    int files = capture.leftOut().values().stream().mapToInt(Integer::intValue).sum();
    if (files == 0) {
      return "";
    }
    int further = capture.leftOut().size() - MOST_NAMES;
    return "Left out, for no fact is read from them: "
        + files
        + " files, "
        + capture.leftOut().keySet().stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
        + (further > 0 ? " and " + further + " more names" : "");
  }
}
