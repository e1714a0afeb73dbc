package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.imports.report.Quoted;

/**
 * All text forms that are known. A text may hold several: each reader takes its own lines, the one
 * that is surest of them first.
 */
public final class TextFormats {

  /** Whatever a text is, its first lines show it. */
  private static final int MOST_SEARCHED = 20_000;

  private TextFormats() {}

  /** What came of a text: the titles of the forms that were found in it, or why there are none. */
  public record Found(List<String> titles, String refusal) {

    public Found {
      titles = List.copyOf(titles);
    }
  }

  /** The readers in the order in which they are asked. */
  static List<TextReader> readers() {
    return List.of(
        new KernelLog(),
        new LinkListing(),
        new AttributeLines(),
        new NodeDeviceXml(),
        new JsonReader(new PveshPciList()),
        new JsonReader(new LxdResources()),
        new JsonReader(new MdevctlJson()),
        new JsonReader(new EveHardwareModel()),
        new NodedevTree(),
        new MdevctlText(),
        new DriverctlList(),
        new ArchOneLiners(),
        new HeaderBlocks(),
        new LspciMachineRecords(),
        new LspciTree(),
        new LspciRecords());
  }

  /** The titles of all forms, in the order in which they are tried. */
  public static List<String> titles() {
    return readers().stream().map(TextReader::title).toList();
  }

  /** Reads everything that is understood of a text. */
  public static Found read(TextDump text, Evidence evidence, ImportProgress progress) {
    List<String> found = new ArrayList<>();
    Map<String, Reached> reached = new LinkedHashMap<>();
    for (TextReader reader : readers()) {
      if (progress.isCancelled()) {
        throw new CancellationException();
      }
      Reached far = reader.read(text, evidence);
      reached.put(reader.title(), far);
      if (far.understood() > 0) {
        found.add(reader.title());
      }
    }
    NoGroups.tell(text, evidence);
    if (text.isCut()) {
      evidence
          .notes()
          .ignored(text.source(), text.size(), "the text was read up to this line and no further");
    }
    return new Found(found, evidence.isEmpty() ? refusal(text, reached) : "");
  }

  /** Of the readers that know their form again in the text, the one that stopped last. */
  private static String refusal(TextDump text, Map<String, Reached> reached) {
    Optional<Place> none = NoGroups.in(text);
    if (none.isPresent()) {
      return "says on line "
          + none.get().line()
          + " that the host has no IOMMU groups, and tells of no device; expected lspci -nn beside"
          + " it";
    }
    Map<String, Reached> marked = new LinkedHashMap<>();
    for (TextReader reader : readers()) {
      int mark = firstMatch(text, Pattern.compile(reader.mark()));
      Reached far = reached.getOrDefault(reader.title(), Reached.all(0));
      if (mark > 0) {
        marked.put(reader.title(), Reached.stopped(Math.max(mark, far.line()), far.expected()));
      }
    }
    Optional<Map.Entry<String, Reached>> best =
        (marked.isEmpty() ? reached : marked)
            .entrySet().stream()
                .max((one, two) -> Integer.compare(one.getValue().line(), two.getValue().line()));
    String tried = reached.keySet().stream().collect(Collectors.joining(", "));
    return "holds a text of no known form; tried "
        + tried
        + best.map(it -> "; " + stop(text, it.getKey(), it.getValue())).orElse("");
  }

  private static int firstMatch(TextDump text, Pattern mark) {
    for (int index = 0; index < Math.min(text.size(), MOST_SEARCHED); index++) {
      if (mark.matcher(text.line(index)).find()) {
        return index + 1;
      }
    }
    return 0;
  }

  private static String stop(TextDump text, String title, Reached far) {
    if (far.line() == 0) {
      return "every line of it is blank";
    }
    return "%s came farthest, to line %d, where it expected %s and found %s"
        .formatted(title, far.line(), far.expected(), Quoted.of(text.line(far.line() - 1)));
  }
}
