package org.iommuscope.app.workspace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.imports.CaptureSource;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.report.ImportNote;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.HostTopology;

/** A text that somebody pastes, read in the background as it comes to be. */
public final class Pasting {

  /** What a host is called that was read from a pasted text. */
  public static final String NAME = "pasted text";

  /**
   * What a text was understood as.
   *
   * @param form the titles of the forms that it has; empty where nothing in it was understood
   * @param host what it tells
   * @param notes what was odd, a sentence each, with its line
   * @param refusal why nothing was understood; empty where something was, or where there is no text
   */
  public record Reading(
      String form, Optional<HostTopology> host, List<String> notes, String refusal) {

    static final Reading NOTHING = refused("");

    public Reading {
      notes = List.copyOf(notes);
    }

    private static Reading refused(String sentence) {
      return new Reading("", Optional.empty(), List.of(), sentence);
    }

    private static Reading of(ImportResult result) {
      return new Reading(
          result.provenance().kind(),
          Optional.of(result.host()),
          result.notes().stream().map(Reading::say).toList(),
          "");
    }

    private static String say(ImportNote note) {
      String line = note.line().isPresent() ? "line " + note.line().getAsInt() + ": " : "";
      return line + note.text();
    }
  }

  private record Question(String text, AtomicBoolean dropped) {}

  private final Opening.Importer importer;
  private final Latest<Question, Reading> reading;
  private final ReadOnlyObjectWrapper<Reading> read = new ReadOnlyObjectWrapper<>(Reading.NOTHING);
  private Question last = new Question("", new AtomicBoolean());

  Pasting(Opening.Importer importer, Latest.Executors executors) {
    this.importer = importer;
    reading = new Latest<>(this::read, executors, read::set);
  }

  /** What the text was understood as that was given last and is read already. */
  public ReadOnlyObjectProperty<Reading> readProperty() {
    return read.getReadOnlyProperty();
  }

  /** Reads this text; one that is still being read is given up. */
  public void read(String text) {
    last.dropped().set(true);
    last = new Question(text, new AtomicBoolean());
    reading.ask(last);
  }

  private Reading read(Question asked) {
    if (asked.text().isBlank()) {
      return Reading.NOTHING;
    }
    CaptureSource source = new CaptureSource.Pasted(NAME, asked.text());
    return switch (importer.read(source, new UntilDropped(asked.dropped()))) {
      case ImportOutcome.Imported(ImportResult result) -> Reading.of(result);
      case ImportOutcome.Refused(String sentence) -> Reading.refused(sentence);
      case ImportOutcome.Cancelled none -> Reading.NOTHING;
    };
  }

  /** Ends a reading for whose answer nobody waits. */
  private record UntilDropped(AtomicBoolean dropped) implements ImportProgress {

    @Override
    public void reached(long done, long total) {}

    @Override
    public boolean isCancelled() {
      return dropped.get();
    }
  }
}
