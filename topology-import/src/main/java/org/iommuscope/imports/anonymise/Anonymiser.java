package org.iommuscope.imports.anonymise;

import java.io.InputStream;
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
  private final Limits limits;

  /**
   * @param words further words to replace wherever they stand alone
   */
  public Anonymiser(Set<String> words) {
    this(words, 1);
  }

  /**
   * @param times how many times larger than usual an archive may be; at least 1
   */
  public Anonymiser(Set<String> words, int times) {
    this.words = Set.copyOf(words);
    this.limits = Limits.usual().times(times);
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
    String name = String.valueOf(path.getFileName());
    return masked(path.toString(), name, opener(progress).open(path));
  }

  /**
   * Reads an archive or a text that arrives on a stream.
   *
   * @param name what a text is called when it is written
   */
  public Outcome read(String name, InputStream stream, ImportProgress progress) {
    return masked("standard input", name, opener(progress).open("standard input", stream));
  }

  private CaptureOpener opener(ImportProgress progress) {
    return new CaptureOpener(limits, new ImportNotes(), progress);
  }

  private Outcome masked(String source, String name, Opening opening) {
    return switch (opening) {
      case Opening.Opened opened ->
          opened.failure().isEmpty()
              ? new Outcome.Anonymised(new TreeMasking(words).mask(opened.capture()))
              : new Outcome.Refused(source + ": " + opened.failure().get());
      case Opening.Text(byte[] bytes) -> new Outcome.Anonymised(anonymised(name, text(bytes)));
      case Opening.Refused(String sentence) -> new Outcome.Refused(sentence);
    };
  }

  private AnonymisedCapture anonymised(String where, String text) {
    Masks masks = new Masks();
    String masked = new TextMasking(masks, words).mask(text, where, TextMasking.hostNamesIn(text));
    Item file = new Item.File(where, masked.getBytes(StandardCharsets.UTF_8));
    return new AnonymisedCapture(masks.given(), new TreeMap<>(), List.of(file), true);
  }

  /** UTF-16 has a mark at its beginning; what is written is UTF-8. */
  private static String text(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    boolean isWide = mark == 0xfeff || mark == 0xfffe;
    return new String(bytes, isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }
}
