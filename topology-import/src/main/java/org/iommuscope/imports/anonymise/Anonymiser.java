package org.iommuscope.imports.anonymise;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.iommuscope.imports.capture.CaptureOpener;
import org.iommuscope.imports.capture.Limits;
import org.iommuscope.imports.capture.Opening;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;

/**
 * Makes captures fit to be shown to others. Mdevs keep their UUIDs and functions their addresses:
 * these are what a capture is about.
 */
public final class Anonymiser {

  private final Set<String> words;

  /**
   * @param words further words to replace wherever they stand alone
   */
  public Anonymiser(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** The capture, in memory; the original is as it was. */
    record Anonymised(AnonymisedCapture capture) implements Outcome {}

    /** Nothing; the sentence says what was found and what was expected. */
    record Refused(String sentence) implements Outcome {}
  }

  /** Reads a captured folder, an archive or a text. */
  public Outcome read(Path path, ImportProgress progress) {
    if (path.toAbsolutePath().normalize().getNameCount() == 0) {
      return new Outcome.Refused(
          path + " is this host; expected a capture of it, which iommuscope capture takes");
    }
    Opening opening = new CaptureOpener(Limits.usual(), new ImportNotes(), progress).open(path);
    return switch (opening) {
      case Opening.Opened opened ->
          opened.failure().isEmpty()
              ? new Outcome.Anonymised(new TreeMasking(words).mask(opened.capture()))
              : new Outcome.Refused(path + ": " + opened.failure().get());
      case Opening.Text(byte[] bytes) -> new Outcome.Anonymised(anonymised(path, text(bytes)));
      case Opening.Refused(String sentence) -> new Outcome.Refused(sentence);
    };
  }

  private AnonymisedCapture anonymised(Path path, String text) {
    Masks masks = new Masks();
    String where = String.valueOf(path.getFileName());
    String masked = new TextMasking(masks, words).mask(text, where, TextMasking.hostNamesIn(text));
    Item file = new Item.File(where, masked.getBytes(StandardCharsets.UTF_8));
    return new AnonymisedCapture(masks.given(), new TreeMap<>(), List.of(file), true);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
