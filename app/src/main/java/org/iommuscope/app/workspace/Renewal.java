package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.HostPulse;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.diff.TopologyDiff;
import org.jspecify.annotations.Nullable;

/**
 * What is open, read again from where it came from: because the user asks, or because this host has
 * changed while it was looked at. Plan, selection and picture stay.
 */
public final class Renewal {

  private static final Path THIS_HOST = Path.of("/");

  /** More changes than this are counted. */
  private static final int MOST_SENTENCES = 4;

  private final Opening.Importer importer;
  private final Workspace workspace;
  private final Latest<Session, Answer> reading;
  private final Latest<Boolean, HostPulse> feeling;
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private @Nullable HostPulse pulse;

  /** A session with what it is now. */
  private record Answer(Session asked, Optional<ImportResult> fresh, String sentence) {}

  public Renewal(Opening.Importer importer, Latest.Executors executors, Workspace workspace) {
    this(importer, executors, workspace, THIS_HOST);
  }

  /**
   * @param root where this host's {@code sys} is
   */
  Renewal(Opening.Importer importer, Latest.Executors executors, Workspace workspace, Path root) {
    this.importer = importer;
    this.workspace = workspace;
    reading = new Latest<>(asked -> read(asked, root), executors, this::show);
    feeling = new Latest<>(asked -> HostPulse.read(root), executors, this::felt);
  }

  /** The sentence about the last change that was noticed; empty where there was none. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Reads it again and says what changed, if only that nothing did. */
  public void refresh() {
    reading.ask(workspace.session());
  }

  /** Looks whether this host has changed since the last look, and if so reads it again. */
  public void look() {
    if (workspace.session().origin() == Origin.THIS_HOST) {
      feeling.ask(true);
    }
  }

  private void felt(HostPulse now) {
    HostPulse before = pulse;
    pulse = now;
    if (before == null) {
      return;
    }
    List<String> changes = before.changesTo(now);
    if (!changes.isEmpty()) {
      said.set(text(changes));
      refresh();
    }
  }

  private Answer read(Session asked, Path root) {
    Optional<Path> path =
        switch (asked.origin()) {
          case THIS_HOST -> Optional.of(root);
          case CAPTURE -> Optional.of(Path.of(asked.source()));
          case NOWHERE, SAMPLE, PASTED -> Optional.empty();
        };
    if (path.isEmpty()) {
      return new Answer(asked, Optional.empty(), "What is shown comes from nowhere to read again");
    }
    return switch (importer.read(new CaptureSource.At(path.get()), ImportProgress.unwatched())) {
      case ImportOutcome.Imported(ImportResult fresh) -> compared(asked, asked.withFurther(fresh));
      case ImportOutcome.Refused(String sentence) -> new Answer(asked, Optional.empty(), sentence);
      case ImportOutcome.Cancelled none -> new Answer(asked, Optional.empty(), "");
    };
  }

  private static Answer compared(Session asked, ImportResult fresh) {
    TopologyDiff diff = TopologyDiff.of(asked.host(), fresh.host());
    if (diff.isEmpty()) {
      return new Answer(asked, Optional.empty(), "Nothing has changed");
    }
    List<String> sentences = new ArrayList<>();
    diff.devices()
        .forEach(change ->
            sentences.add(
                switch (change.kind()) {
                  case MOVED -> change.before().orElseThrow() + " is " + change.device() + " now";
                  case APPEARED -> change.device() + " appeared";
                  case GONE -> change.device() + " is gone";
                }));
    diff.attributes()
        .forEach(change ->
            sentences.add(
                change.attribute()
                    + change.device().map(device -> " of " + device).orElse("")
                    + ": "
                    + change.before().orElse("none")
                    + " → "
                    + change.after().orElse("none")));
    diff.groups()
        .forEach(change -> sentences.add("groups " + change.before() + " → " + change.after()));
    return new Answer(asked, Optional.of(fresh), text(sentences));
  }

  private static String text(List<String> sentences) {
    int further = sentences.size() - MOST_SENTENCES;
    String text =
        String.join("\n", sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size())));
    return further > 0 ? text + "\nand " + further + " more" : text;
  }

  /** An answer about what is no longer open is dropped. */
  private void show(Answer answer) {
    if (workspace.session().imported() != answer.asked().imported()) {
      return;
    }
    answer.fresh().ifPresent(fresh -> workspace.perform(new Intent.Renew(fresh)));
    said.set("");
    said.set(answer.sentence());
  }
}
